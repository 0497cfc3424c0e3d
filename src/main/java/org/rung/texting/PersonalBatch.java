package org.rung.texting;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.TextDraft;

/**
 * Personal texts of one organization that are queued together, one to a number at a time: what comes second is left for
 * the next look.
 *
 * @param <K> what a text is about
 */
public final class PersonalBatch<K> {
    private final Map<PhoneNumber, TextDraft> drafts = new LinkedHashMap<>();
    private final Map<PhoneNumber, K> about = new HashMap<>();

    /** Whether this number gets a text of this batch already. */
    public boolean has(Optional<PhoneNumber> phone) {
        return phone.filter(drafts::containsKey).isPresent();
    }

    public void add(K what, TextDraft draft) {
        drafts.put(draft.phone(), draft);
        about.put(draft.phone(), what);
    }

    /** As {@link PersonalTexts#queueAllAgreed}. @return the texts of those who agreed, by what each is about */
    public Map<K, MessageId> queue(PersonalTexts texts, OrganizationId here) {
        Map<K, MessageId> leaving = new HashMap<>();
        texts.queueAllAgreed(here, drafts.values())
                .forEach(text -> leaving.put(Objects.requireNonNull(about.get(text.phone())), text.messageId()));
        return leaving;
    }
}
