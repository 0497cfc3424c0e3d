package org.rung.texting;

import java.util.Optional;
import org.rung.media.AttachmentId;

/** What a texter has begun to write, and the picture that is to leave with it. */
public record Draft(String words, Optional<AttachmentId> picture) {
    static final Draft NONE = new Draft("", Optional.empty());
}
