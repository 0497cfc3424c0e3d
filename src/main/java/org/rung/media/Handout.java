package org.rung.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;

/** What members hand to others to work with, told from all of its bytes: papers, and beside them plain text and Word's. */
final class Handout {
    private static final int MOST_PARTS = 2_000;
    /** A few bytes can unpack to a great many. */
    private static final long MOST_OPEN = 60L * 1024 * 1024;

    private static final String WORDS = "word/document.xml";
    private static final String KINDS = "[Content_Types].xml";

    private Handout() {}

    /** OTHER for what nobody takes. */
    static FileType of(byte[] bytes) {
        return switch (Sniffer.of(bytes)) {
            case PDF -> FileType.PDF;
            case PNG -> FileType.PNG;
            case JPEG -> FileType.JPEG;
            default -> word(bytes) ? FileType.DOCX : text(bytes) ? FileType.TEXT : FileType.OTHER;
        };
    }

    /** Words in UTF-8 that are no page, no script and no program: nothing in them that cannot be read. */
    private static boolean text(byte[] bytes) {
        if (bytes.length == 0 || !Sniffer.plain(bytes)) return false;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t' && sign != '\f');
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    /** A package of a document's parts, none of which is a program (a macro or an embedded object). */
    private static boolean word(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') return false;
        Set<String> parts = new HashSet<>();
        long open = 0;
        var part = new byte[16_384];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.size() >= MOST_PARTS || runs(entry.getName())) return false;
                parts.add(entry.getName());
                for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
                    open += read;
                    if (open > MOST_OPEN) return false;
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return parts.contains(WORDS) && parts.contains(KINDS);
    }

    private static boolean runs(String name) {
        return name.matches("(?i).*(vbaProject|vbaData|activeX|embeddings/).*|(?i).*\\.(bin|exe|dll|js|vbs)");
    }
}
