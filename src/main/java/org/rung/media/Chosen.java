package org.rung.media;

import java.util.List;
import org.rung.common.Problem;

/** Pictures that may leave with one text: looked up, whoever sends it may send them, and the provider takes them. */
public record Chosen(List<One> files) {
    /** What a provider takes with one text (twilio.com/docs/messaging/api/message-resource). */
    static final int MOST = 10;

    static final int MOST_BYTES = 5 * 1024 * 1024;

    public static final Chosen NONE = new Chosen(List.of());

    record One(MediaFileId mediaFileId, String name, int size) {}

    public Chosen {
        files = List.copyOf(files);
        if (files.size() > MOST) {
            throw new Problem.Invalid("picture", "problem.pictures-many", MOST);
        }
        if (files.stream().mapToLong(One::size).sum() > MOST_BYTES) {
            throw new Problem.Invalid("picture", "problem.pictures-large", 5);
        }
    }

    public int count() {
        return files.size();
    }
}
