package org.rung.scripts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.rung.common.Problem;
import org.zwobble.mammoth.DocumentConverter;

/** A script that was written elsewhere: a Word document (.docx), or Markdown as a file or pasted. */
public final class Documents {
    public static final int LARGEST = 2_000_000;
    /** What a document may be once it is unpacked. */
    private static final long LARGEST_OPEN = 30_000_000;

    private static final String DOCX = ".docx";
    private static final List<String> TEXTS = List.of(".md", ".markdown", ".txt");
    private static final String FIELD = "document";

    private Documents() {}

    /** @throws Problem.Invalid when it is no document of these, is too large, or holds nothing that could be said */
    public static DocumentScript read(String fileName, byte[] bytes) {
        if (bytes.length > LARGEST) throw new Problem.Invalid(FIELD, "problem.document-large");
        String name = fileName.toLowerCase(Locale.ROOT);
        String title = fileName.replaceFirst("\\.[^.]*$", "");
        if (name.endsWith(DOCX)) return DocumentTree.of(title, word(bytes));
        if (TEXTS.stream().anyMatch(name::endsWith))
            return DocumentTree.of(title, markdown(new String(bytes, StandardCharsets.UTF_8)));
        throw new Problem.Invalid(FIELD, "problem.document-kind");
    }

    /** @param title what to call it where the words do not say */
    public static DocumentScript pasted(String title, String words) {
        if (words.length() > LARGEST) throw new Problem.Invalid(FIELD, "problem.document-large");
        return DocumentTree.of(title, markdown(words));
    }

    private static Document markdown(String words) {
        var tables = List.of(TablesExtension.create());
        var read = Parser.builder().extensions(tables).build().parse(words.replace("\uFEFF", ""));
        // Whatever looks like HTML in it is words.
        return Jsoup.parse(HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .build()
                .render(read));
    }

    private static Document word(byte[] bytes) {
        try {
            mustBeSmall(bytes);
            return Jsoup.parse(new DocumentConverter()
                    .convertToHtml(new ByteArrayInputStream(bytes))
                    .getValue());
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Problem.Invalid said) throw said;
            throw new Problem.Invalid(FIELD, "problem.document-broken");
        }
    }

    /** A few bytes can unpack to a great many, and what has a document type may name files of ours. */
    private static void mustBeSmall(byte[] bytes) throws IOException {
        long open = 0;
        int parts = 0;
        byte[] part = new byte[16_384];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts++;
                boolean xml = entry.getName().matches("(?i).*\\.(xml|rels)");
                boolean begins = true;
                for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
                    open += read;
                    if (open > LARGEST_OPEN) throw new Problem.Invalid(FIELD, "problem.document-large");
                    if (xml && begins && new String(part, 0, read, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE"))
                        throw new Problem.Invalid(FIELD, "problem.document-broken");
                    begins = false;
                }
            }
        }
        if (parts == 0) throw new Problem.Invalid(FIELD, "problem.document-broken");
    }
}
