package org.rung.hosting;

import java.text.Normalizer;
import org.rung.events.EventId;
import org.rung.media.FileType;
import org.rung.media.Papers;

/** A file in the kit of an umbrella. name: cleaned, with the ending of what it is. */
public record KitFile(KitFileId kitFileId, EventId umbrella, String name, Papers.Kept file) {
    private static final int LONGEST = 100;

    /** In thousands of bytes, at least one. */
    public int kilobytes() {
        return Math.max(1, file.size() / 1000);
    }

    /** Without folders, signs that no file system takes, what cannot be seen, and another ending than its own. */
    static String cleaned(String given, FileType type) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{C}\"'<>|:*?;%&#]", " ")
                .replaceAll("\\s+", " ")
                .replaceFirst("\\.\\w{1,5}\\s*$", "")
                .replaceFirst("^[. ]+", "")
                .strip();
        int end = Math.min(LONGEST, name.length());
        if (end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return (name.isEmpty() ? "kit" : name.substring(0, end).strip()) + "." + type.ending();
    }
}
