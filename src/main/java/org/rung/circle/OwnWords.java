package org.rung.circle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.scripts.MergeFlaw;
import org.rung.scripts.MergeText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member proposes to say to people they know, with merge fields; kept for the next one. */
@Service
public class OwnWords {
    public static final int LONGEST = 600;
    private static final String FIRST = "firstName";
    private static final String LAST = "lastName";
    private static final String TEXTER = "texter.firstName";
    private static final String ORGANIZATION = "organization.name";
    private static final Set<String> FIELDS = Set.of(FIRST, LAST, TEXTER, ORGANIZATION);

    private final WordsStore store;
    private final Members members;
    private final Organizations organizations;

    OwnWords(WordsStore store, Members members, Organizations organizations) {
        this.store = store;
        this.members = members;
        this.organizations = organizations;
    }

    /** Nothing until the member has written words of their own. */
    @Transactional(readOnly = true)
    public Optional<String> get(Actor.Member actor) {
        actor.must(Permission.TEXT);
        return store.of(actor.organization(), actor.memberId());
    }

    /** @throws Problem.Invalid for an unknown field, a brace without a partner, or more than 600 characters */
    @Transactional
    public void keep(Actor.Member actor, String words) {
        actor.must(Permission.TEXT);
        String kept = words.strip();
        if (kept.length() > LONGEST) throw new Problem.Invalid("words", "problem.too-long", LONGEST);
        for (MergeFlaw flaw : MergeText.flaws(kept, FIELDS)) {
            throw new Problem.Invalid("words", "problem.words-field", flaw.stored());
        }
        if (kept.isEmpty()) store.drop(actor.organization(), actor.memberId());
        else store.put(actor.organization(), actor.memberId(), kept);
    }

    /** The words as they read for this person. */
    @Transactional(readOnly = true)
    public String filled(Actor.Member actor, String words, PersonName person) {
        String texter = members.get(actor, actor.memberId()).name().strip().split(" ", 2)[0];
        return MergeText.render(
                words,
                Map.of(
                        FIRST, person.first(),
                        LAST, person.last(),
                        TEXTER, texter,
                        ORGANIZATION, organizations.get(actor.organization()).name()));
    }
}
