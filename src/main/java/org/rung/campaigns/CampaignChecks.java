package org.rung.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rung.scripts.Check;
import org.rung.scripts.MergePiece;
import org.rung.scripts.MergeText;
import org.rung.scripts.ScriptChecks;
import org.rung.scripts.ScriptFacts;
import org.rung.senders.Gateway;

/** What is looked at before a campaign starts: one method a check; pure. */
final class CampaignChecks {
    static final Check.Room HERE = new Check.Room("campaigns");

    /** US dollars a segment, with carrier fees: Twilio's list price for a 10DLC text in 2026, rounded. */
    private static final double PRICE = 0.008;

    /** US dollars a text with a picture, likewise; it is billed once. */
    private static final double PICTURE_PRICE = 0.03;

    private CampaignChecks() {}

    static List<Check> of(CampaignFacts facts, ScriptFacts scriptFacts) {
        var checks = new ArrayList<Check>();
        checks.add(turf(facts));
        facts.script()
                .ifPresentOrElse(
                        tree -> checks.addAll(ScriptChecks.of(tree, scriptFacts)),
                        () -> checks.add(HERE.must("script")));
        names(facts).ifPresent(checks::add);
        suppressed(facts).ifPresent(checks::add);
        checks.add(facts.goal() ? HERE.ok("goal") : HERE.look("goal"));
        checks.add(hours(facts));
        checks.add(limit(facts));
        checks.add(texters(facts));
        checks.add(sender(facts));
        cost(facts).ifPresent(checks::add);
        return checks;
    }

    static Check turf(CampaignFacts facts) {
        if (facts.textable().isEmpty()) return HERE.must("turf");
        return facts.textable().get() == 0
                ? HERE.must("turfEmpty")
                : HERE.ok("turf", facts.textable().get());
    }

    static Optional<Check> names(CampaignFacts facts) {
        return facts.script().filter(tree -> facts.nameless() > 0).stream()
                .flatMap(tree -> Stream.concat(Stream.of(tree.firstText()), tree.wordings().stream()))
                .flatMap(words -> MergeText.pieces(words).stream())
                .filter(piece ->
                        piece instanceof MergePiece.Field field && field.name().equals("firstName"))
                .map(piece -> (MergePiece.Field) piece)
                .map(field -> field.fallback().isBlank()
                        ? HERE.look("namesBare", facts.nameless())
                        : HERE.look("names", facts.nameless(), field.fallback().strip()))
                .findFirst();
    }

    static Optional<Check> suppressed(CampaignFacts facts) {
        return facts.suppressed() == 0 ? Optional.empty() : Optional.of(HERE.ok("suppressed", facts.suppressed()));
    }

    static Check hours(CampaignFacts facts) {
        boolean lawful = !facts.textingFrom().isBefore(CampaignDraft.EARLIEST)
                && !facts.textingUntil().isAfter(CampaignDraft.LATEST)
                && facts.textingFrom().isBefore(facts.textingUntil());
        return lawful
                ? HERE.ok(
                        "hours",
                        facts.textingFrom().toString(),
                        facts.textingUntil().toString())
                : HERE.must("hours");
    }

    static Check limit(CampaignFacts facts) {
        if (facts.atLimit() == 0) return HERE.ok("limit");
        return facts.overLimit() ? HERE.look("overLimit", facts.atLimit()) : HERE.look("limit", facts.atLimit());
    }

    static Check texters(CampaignFacts facts) {
        if (facts.texters() > 0) return HERE.ok("texters", facts.texters());
        return facts.selfServe() ? HERE.ok("selfServe") : HERE.must("texters");
    }

    static Check sender(CampaignFacts facts) {
        if (facts.sender().isEmpty()) return HERE.must("sender");
        var sender = facts.sender().get();
        return sender.pausedAt().isPresent()
                ? HERE.must("senderPaused", sender.address())
                : HERE.ok("sender", sender.label().isBlank() ? sender.address() : sender.label());
    }

    static Optional<Check> cost(CampaignFacts facts) {
        if (facts.segments() == 0) return Optional.empty();
        boolean free = facts.sender()
                .filter(sender -> sender.gateway() == Gateway.SIMULATOR)
                .isPresent();
        if (facts.script().filter(tree -> tree.picture().isPresent()).isPresent()) {
            return Optional.of(pictures(facts, free));
        }
        if (free) return Optional.of(HERE.cost("costFree", facts.segments()));
        return Optional.of(
                facts.country().equals("US")
                        ? HERE.cost("cost", facts.segments(), Math.round(facts.segments() * PRICE))
                        : HERE.cost("segments", facts.segments()));
    }

    private static Check pictures(CampaignFacts facts, boolean free) {
        if (free) return HERE.cost("costFreePictures", facts.segments());
        return facts.country().equals("US")
                ? HERE.cost("costPictures", facts.segments(), Math.round(facts.segments() * PICTURE_PRICE))
                : HERE.cost("pictures", facts.segments());
    }
}
