package org.rung.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rung.common.PhoneNumber;

/** A supporter while a batch of drafts is matched: as stored, or about to be made, with what the drafts changed. */
final class PersonInHand {
    final SupporterId supporterId;
    final boolean made;
    private final Details before;
    private Details now;
    private FoldedName foldedName;
    private final Set<PhoneNumber> phones;
    private final List<PhoneNumber> newPhones = new ArrayList<>(1);

    PersonInHand(SupporterId supporterId, boolean made, Details details, Set<PhoneNumber> phones) {
        this.supporterId = supporterId;
        this.made = made;
        this.before = details;
        this.now = details;
        this.foldedName = new FoldedName(details.firstName());
        this.phones = new LinkedHashSet<>(phones);
        if (made) newPhones.addAll(this.phones);
    }

    /** True when the draft says something new. */
    boolean learn(SupporterDraft draft) {
        var after = now.with(draft);
        boolean changed = !after.equals(now);
        if (!after.firstName().equals(now.firstName())) foldedName = new FoldedName(after.firstName());
        now = after;
        for (var phone : draft.phones())
            if (phones.add(phone)) {
                newPhones.add(phone);
                changed = true;
            }
        return changed;
    }

    /** How many numbers they would have gained with this draft, beside those that are stored. */
    int numbersWith(SupporterDraft draft) {
        int gained = newPhones.size();
        for (var phone : draft.phones()) if (!phones.contains(phone)) gained++;
        return gained;
    }

    boolean toUpdate() {
        return !made && !now.equals(before);
    }

    /** Whether they live elsewhere than before, as far as their address tells; of somebody new, whether it tells. */
    boolean moved() {
        return made
                ? now.addressKey().isPresent()
                : toUpdate() && !now.addressKey().equals(before.addressKey());
    }

    Details details() {
        return now;
    }

    FoldedName foldedName() {
        return foldedName;
    }

    Set<PhoneNumber> phones() {
        return phones;
    }

    List<PhoneNumber> newPhones() {
        return newPhones;
    }
}
