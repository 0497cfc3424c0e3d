package org.rung.accounts;

import java.util.Optional;
import org.rung.common.Actor;
import org.springframework.stereotype.Service;

/** What was seen, exported or changed; append-only. */
@Service
public class AuditLog {
    /** Adds one line in the running transaction; detail holds no personal data. */
    public void add(Actor actor, String verb, String subjectKind, Optional<Long> subjectId, String detail) {
        throw new UnsupportedOperationException("built next");
    }
}
