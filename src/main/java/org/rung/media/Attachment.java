package org.rung.media;

import java.util.Optional;
import org.rung.common.MessageId;

/** A file with a text. file: what is kept of it, once it is. */
public record Attachment(
        AttachmentId attachmentId,
        Optional<MessageId> messageId,
        AttachmentState state,
        Optional<Trouble> trouble,
        String name,
        Optional<Kept> file) {

    /** size in bytes of what is handed out; shown: it may be looked at in place. */
    public record Kept(FileType type, int size, boolean shown, Optional<Integer> width, Optional<Integer> height) {}

    /** Its own name, else one made of what it is. */
    public String fileName() {
        return name.isBlank()
                ? attachmentId.text()
                        + file.map(kept -> "." + kept.type().ending()).orElse("")
                : name;
    }
}
