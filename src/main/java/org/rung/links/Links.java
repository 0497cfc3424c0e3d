package org.rung.links;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short links in texts. Whoever queues a text asks {@link #shorten} for its words and, once the text has an id, says so
 * with {@link #keep}; both join the caller's transaction. A text without an address costs neither a statement.
 */
@Service
public class Links {
    /** Drawing one that is taken is unlikely; three times in a row, something is broken. */
    private static final int DRAWS = 3;

    private final LinkStore store;
    private final LinkSettingsStore settings;
    private final TargetStore targets;
    private final RungSettings rung;
    private final Clock clock;

    Links(LinkStore store, LinkSettingsStore settings, TargetStore targets, RungSettings rung, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.targets = targets;
        this.rung = rung;
        this.clock = clock;
    }

    /** How texts of this organization look once their addresses are short. */
    @Transactional(readOnly = true)
    public ShortForm form(OrganizationId organizationId) {
        return ShortForm.of(settings.of(organizationId), rung.publicUrl());
    }

    /** True for words in which there is nothing to shorten, refuse or forbid. */
    public boolean none(String words) {
        return !Found.anyIn(words) && Shorteners.in(words).isEmpty();
    }

    /**
     * The words with every address replaced by a short link for this recipient alone, but for links of their own to give.
     *
     * @param occasion the campaign that the text belongs to
     * @throws Problem.Invalid text, when an address in it is unsafe or has no place in a first text
     */
    @Transactional
    public Shortened shorten(OrganizationId organizationId, Optional<Long> occasion, boolean firstText, String words) {
        var usual = ShortForm.of(LinkSettings.USUAL, rung.publicUrl());
        var addresses = usual.addresses(words);
        if (addresses.isEmpty()) {
            if (firstText && Found.anyIn(words)) form(organizationId).firstText(words);
            return new Shortened(words, List.of());
        }
        for (int draw = 1; draw <= DRAWS; draw++) {
            var codes = Stream.generate(LinkCode::fresh).limit(addresses.size()).toList();
            var known = targets.known(organizationId, occasion.orElse(TargetStore.NONE), addresses, codes);
            var form = ShortForm.of(known.settings(), rung.publicUrl());
            if (firstText) form.firstText(words);
            form.addresses(words);
            if (known.loops()) throw ShortForm.loop();
            if (!form.tracking()) return new Shortened(words, List.of());
            if (!known.codeTaken())
                return shortened(form, words, codes, ids(organizationId, occasion, addresses, known.targets()));
        }
        throw new Problem.Conflict("problem.link-again");
    }

    private static Shortened shortened(ShortForm form, String words, List<LinkCode> codes, List<LinkTargetId> targets) {
        var next = codes.iterator();
        var body = form.replaced(words, found -> form.base() + next.next().text());
        var minted = new java.util.ArrayList<Shortened.Minted>();
        for (int i = 0; i < codes.size(); i++) minted.add(new Shortened.Minted(targets.get(i), codes.get(i)));
        return new Shortened(body, minted);
    }

    private List<LinkTargetId> ids(
            OrganizationId organizationId,
            Optional<Long> occasion,
            List<WebAddress> addresses,
            Map<String, LinkTargetId> known) {
        Map<String, LinkTargetId> all = new HashMap<>(known);
        var fresh = addresses.stream()
                .filter(address -> !known.containsKey(address.digest()))
                .collect(Collectors.toMap(WebAddress::digest, address -> address, (one, same) -> one));
        if (!fresh.isEmpty())
            all.putAll(targets.make(
                    organizationId, occasion.orElse(TargetStore.NONE), List.copyOf(fresh.values()), clock.instant()));
        return addresses.stream()
                .map(address -> java.util.Objects.requireNonNull(all.get(address.digest())))
                .toList();
    }

    /**
     * The text with these words is stored: its links open from its commit on.
     *
     * @param stored the words of the text that came back; others than those shortened mean an earlier text, which has
     *     its own links
     */
    @Transactional
    public void keep(
            OrganizationId organizationId,
            Shortened shortened,
            SupporterId supporterId,
            MessageId messageId,
            String stored) {
        if (!shortened.links().isEmpty() && stored.equals(shortened.body()))
            store.add(organizationId, shortened.links(), supporterId, messageId, clock.instant());
    }

    /** Where the texts of a campaign led, the newest address first, and how many people went there. */
    @Transactional(readOnly = true)
    public Page<LinkRow> of(Actor actor, long occasion, Page.Wanted wanted) {
        actor.must(Permission.SEE_CONVERSATIONS);
        return targets.page(actor.organization(), occasion, wanted);
    }
}
