package org.rung.texting;

import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;

/** A room above that looks at what texters write before it goes: a bean of that room. */
public interface SendWatch {
    /** What stands against these words; asked for every text that somebody wrote, so it must cost next to nothing. */
    Optional<Objection> against(OrganizationId organizationId, String words);

    /** A text with such words is stored, in the transaction that stores it: it waits for a look, or leaves all the same. */
    void stored(OrganizationId organizationId, MessageId messageId, Optional<MemberId> author, Objection objection);
}
