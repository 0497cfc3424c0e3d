package org.rung.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Tells from the first bytes what a file is; names and what anybody says of it count for nothing. */
final class Sniffer {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private Sniffer() {}

    static FileType of(byte[] bytes) {
        FileType type = type(mime(bytes));
        return type == FileType.QUICKTIME && !ofQuickTime(bytes) ? FileType.MP4 : type;
    }

    /** Neither a page nor a script, a message or anything else that is written in letters and means more. */
    static boolean plain(byte[] bytes) {
        return mime(bytes).equals("text/plain");
    }

    private static String mime(byte[] bytes) {
        try {
            return TYPES.detect(new ByteArrayInputStream(bytes), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
    }

    /** The brand of most telephones, "isom", is taken for it too. */
    private static boolean ofQuickTime(byte[] bytes) {
        String start = new String(bytes, 4, Math.min(8, bytes.length - 4), StandardCharsets.ISO_8859_1);
        return !start.startsWith("ftyp") || start.equals("ftypqt  ");
    }

    private static FileType type(String mime) {
        return switch (mime) {
            case "image/jpeg" -> FileType.JPEG;
            case "image/png" -> FileType.PNG;
            case "image/gif" -> FileType.GIF;
            case "image/webp" -> FileType.WEBP;
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> FileType.HEIC;
            case "video/quicktime" -> FileType.QUICKTIME;
            case "video/mp4", "application/mp4", "video/x-m4v" -> FileType.MP4;
            case "video/3gpp", "video/3gpp2" -> FileType.THREE_GP;
            case "audio/mpeg" -> FileType.MP3;
            case "audio/mp4" -> FileType.M4A;
            case "audio/amr", "audio/amr-wb" -> FileType.AMR;
            case "audio/ogg", "audio/vorbis", "audio/opus", "application/ogg" -> FileType.OGG;
            case "audio/vnd.wave", "audio/x-wav", "audio/wav" -> FileType.WAV;
            case "text/x-vcard", "text/vcard" -> FileType.VCARD;
            case "application/pdf" -> FileType.PDF;
            default -> FileType.OTHER;
        };
    }
}
