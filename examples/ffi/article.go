// Prints the article in a dump through the C interface, with cgo: go run article.go dump.txt
package main

// #cgo pkg-config: nutgraf
// #include <stdlib.h>
// #include "nutgraf.h"
import "C"

import (
	"fmt"
	"os"
	"unsafe"
)

func text(s C.nutgraf_str) string { return C.GoStringN(s.data, C.int(s.len)) }

func main() {
	dump, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var article *C.nutgraf_article
	data := C.CBytes(dump)
	defer C.free(data)
	if status := C.nutgraf_from_text((*C.char)(data), C.size_t(len(dump)), nil, &article); status != C.NUTGRAF_STATUS_OK {
		panic(text(C.nutgraf_status_message(status)))
	}
	defer C.nutgraf_article_free(article) // All that was read from it is a copy by then.
	fmt.Println(text(C.nutgraf_article_title(article)))
	for i := C.size_t(0); i < C.nutgraf_article_author_count(article); i++ {
		fmt.Println("By", text(C.nutgraf_article_author(article, i)))
	}
	fmt.Println("Published", text(C.nutgraf_article_date_published(article)))
	fmt.Printf("\n%s\n", text(C.nutgraf_article_text(article)))
	var count C.size_t
	segments := unsafe.Slice(C.nutgraf_article_segments(article, &count), count)
	for i, segment := range segments {
		dropped := text(C.nutgraf_article_segment_text(article, C.size_t(i)))
		if segment.role != C.NUTGRAF_ROLE_BOILERPLATE || dropped == "" {
			continue
		}
		fmt.Printf("\nLeft out: %s\nAs: %s\n", dropped, text(C.nutgraf_kind_name(segment.kind)))
		fmt.Println("Why:", text(C.nutgraf_article_segment_reason(article, C.size_t(i))))
	}
}
