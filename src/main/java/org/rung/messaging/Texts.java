package org.rung.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Service;

/** Texts out, and the threads they stand in. */
@Service
public class Texts {
    /** Joins the caller's transaction. @throws org.rung.common.Problem.Refused to an opted-out or wrong number; Conflict when the onceKey is taken. */
    public Text queue(Actor actor, TextDraft draft) {
        throw new UnsupportedOperationException("built next");
    }

    /** HELD by its undo window becomes CANCELLED; false when it has gone. */
    public boolean undo(Actor actor, MessageId messageId) {
        throw new UnsupportedOperationException("built next");
    }

    /** HELD and QUEUED become CANCELLED; how many did. */
    public int cancelUnclaimed(OrganizationId organizationId, Collection<MessageId> messages) {
        throw new UnsupportedOperationException("built next");
    }

    public Optional<Text> find(OrganizationId organizationId, MessageId messageId) {
        throw new UnsupportedOperationException("built next");
    }

    /** Oldest first within the page. */
    public List<Text> thread(OrganizationId organizationId, ThreadId threadId, Optional<MessageId> before, int limit) {
        throw new UnsupportedOperationException("built next");
    }

    public Map<MessageId, Text> all(OrganizationId organizationId, Collection<MessageId> messages) {
        throw new UnsupportedOperationException("built next");
    }

    /** Found or made. */
    public ThreadId threadWith(OrganizationId organizationId, PhoneNumber phone) {
        throw new UnsupportedOperationException("built next");
    }
}
