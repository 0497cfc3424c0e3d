package org.rung.api;

import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whole phone numbers leave only with SEE_NUMBERS, and each answer that carries some is written down. */
@Component
class Numbers {
    private final AuditLog audit;

    Numbers(AuditLog audit) {
        this.audit = audit;
    }

    /** True when this answer may show numbers; then it has been written down. */
    @Transactional
    boolean shown(Actor actor, String subjectKind, Optional<Long> subjectId, int things) {
        if (!actor.may(Permission.SEE_NUMBERS)) return false;
        if (things > 0) audit.add(actor, "numbers.read", subjectKind, subjectId, "api, of " + things);
        return true;
    }
}
