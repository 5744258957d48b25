// Prints the article in a dump through the C interface, with JNA:
//   javac -cp jna.jar Article.java && java -cp jna.jar:. Article dump.txt

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

public class Article {
  static final int BOILERPLATE = 2; // NUTGRAF_ROLE_BOILERPLATE
  static final int SEGMENT_SIZE = 80; // sizeof(nutgraf_segment): kind, role and 18 words more

  @Structure.FieldOrder({"data", "len"})
  public static class Str extends Structure implements Structure.ByValue {
    public Pointer data;
    public long len;

    @Override
    public String toString() {
      return new String(data.getByteArray(0, (int) len), StandardCharsets.UTF_8);
    }
  }

  // A size_t is a long where addresses have 64 bits.
  public interface Nutgraf extends Library {
    int nutgraf_from_text(byte[] data, long len, Pointer options, PointerByReference out);
    void nutgraf_article_free(Pointer article);
    Str nutgraf_status_message(int status);
    Str nutgraf_kind_name(int kind);
    Str nutgraf_article_title(Pointer article);
    long nutgraf_article_author_count(Pointer article);
    Str nutgraf_article_author(Pointer article, long index);
    Str nutgraf_article_date_published(Pointer article);
    Str nutgraf_article_text(Pointer article);
    Pointer nutgraf_article_segments(Pointer article, LongByReference count);
    Str nutgraf_article_segment_text(Pointer article, long index);
    Str nutgraf_article_segment_reason(Pointer article, long index);
  }

  public static void main(String[] args) throws Exception {
    Nutgraf nutgraf = Native.load("nutgraf", Nutgraf.class);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    byte[] dump = Files.readAllBytes(Path.of(args[0]));
    PointerByReference reference = new PointerByReference();
    int status = nutgraf.nutgraf_from_text(dump, dump.length, null, reference);
    if (status != 0) throw new IllegalStateException(nutgraf.nutgraf_status_message(status).toString());
    Pointer article = reference.getValue();
    out.println(nutgraf.nutgraf_article_title(article));
    for (long i = 0; i < nutgraf.nutgraf_article_author_count(article); i++) {
      out.println("By " + nutgraf.nutgraf_article_author(article, i));
    }
    out.println("Published " + nutgraf.nutgraf_article_date_published(article));
    out.println("\n" + nutgraf.nutgraf_article_text(article));
    LongByReference count = new LongByReference();
    Pointer segments = nutgraf.nutgraf_article_segments(article, count);
    for (long i = 0; i < count.getValue(); i++) {
      String dropped = nutgraf.nutgraf_article_segment_text(article, i).toString();
      int kind = segments.getInt(i * SEGMENT_SIZE);
      int role = segments.getInt(i * SEGMENT_SIZE + 4);
      if (role != BOILERPLATE || dropped.isEmpty()) continue;
      out.println("\nLeft out: " + dropped + "\nAs: " + nutgraf.nutgraf_kind_name(kind));
      out.println("Why: " + nutgraf.nutgraf_article_segment_reason(article, i));
    }
    out.flush();
    nutgraf.nutgraf_article_free(article); // All that was read from it is a copy by now.
  }
}
