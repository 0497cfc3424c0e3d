package org.rung.scripts;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;

/** One version of a script as it was saved; nobody where a program wrote it. */
public record ScriptVersion(
        ScriptVersionId scriptVersionId, int number, ScriptTree tree, Optional<MemberId> madeBy, Instant madeAt) {}
