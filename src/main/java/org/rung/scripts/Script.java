package org.rung.scripts;

import java.time.Instant;

/** A script at its latest version. */
public record Script(
        ScriptId scriptId,
        String name,
        ScriptVersionId scriptVersionId,
        int number,
        ScriptTree tree,
        Instant updatedAt) {}
