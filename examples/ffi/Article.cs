// Prints the article in a dump through the C interface, with P/Invoke. In a project of .NET it is `dotnet run
// dump.txt`; with Mono `mcs Article.cs && mono Article.exe dump.txt`.

using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

static class Article {
  const uint Boilerplate = 2; // NUTGRAF_ROLE_BOILERPLATE

  [StructLayout(LayoutKind.Sequential)]
  struct Str {
    IntPtr data;
    UIntPtr len;

    public override string ToString() {
      var bytes = new byte[(int)len];
      Marshal.Copy(data, bytes, 0, bytes.Length);
      return Encoding.UTF8.GetString(bytes);
    }
  }

  [StructLayout(LayoutKind.Sequential, Size = 80)]
  struct Segment {
    public uint Kind, Role; // And 18 words more.
  }

  const string Library = "libnutgraf.so.1";
  [DllImport(Library)] static extern uint nutgraf_from_text(byte[] data, UIntPtr len, IntPtr options, out IntPtr article);
  [DllImport(Library)] static extern void nutgraf_article_free(IntPtr article);
  [DllImport(Library)] static extern Str nutgraf_status_message(uint status);
  [DllImport(Library)] static extern Str nutgraf_kind_name(uint kind);
  [DllImport(Library)] static extern Str nutgraf_article_title(IntPtr article);
  [DllImport(Library)] static extern UIntPtr nutgraf_article_author_count(IntPtr article);
  [DllImport(Library)] static extern Str nutgraf_article_author(IntPtr article, UIntPtr index);
  [DllImport(Library)] static extern Str nutgraf_article_date_published(IntPtr article);
  [DllImport(Library)] static extern Str nutgraf_article_text(IntPtr article);
  [DllImport(Library)] static extern IntPtr nutgraf_article_segments(IntPtr article, out UIntPtr count);
  [DllImport(Library)] static extern Str nutgraf_article_segment_text(IntPtr article, UIntPtr index);
  [DllImport(Library)] static extern Str nutgraf_article_segment_reason(IntPtr article, UIntPtr index);

  static void Main(string[] args) {
    var dump = File.ReadAllBytes(args[0]);
    var status = nutgraf_from_text(dump, (UIntPtr)dump.Length, IntPtr.Zero, out var article);
    if (status != 0) throw new InvalidOperationException(nutgraf_status_message(status).ToString());
    var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
    output.WriteLine(nutgraf_article_title(article));
    for (uint i = 0; i < (uint)nutgraf_article_author_count(article); i++) {
      output.WriteLine("By " + nutgraf_article_author(article, (UIntPtr)i));
    }
    output.WriteLine("Published " + nutgraf_article_date_published(article));
    output.WriteLine("\n" + nutgraf_article_text(article));
    var segments = nutgraf_article_segments(article, out var count);
    for (uint i = 0; i < (uint)count; i++) {
      var segment = Marshal.PtrToStructure<Segment>(segments + (int)i * Marshal.SizeOf<Segment>());
      var dropped = nutgraf_article_segment_text(article, (UIntPtr)i).ToString();
      if (segment.Role != Boilerplate || dropped == "") continue;
      output.WriteLine("\nLeft out: " + dropped + "\nAs: " + nutgraf_kind_name(segment.Kind));
      output.WriteLine("Why: " + nutgraf_article_segment_reason(article, (UIntPtr)i));
    }
    output.Flush();
    nutgraf_article_free(article); // All that was read from it is a copy by now.
  }
}
