package org.rung.texting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignScripts;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.scripts.Effect;
import org.rung.scripts.ScriptTree;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which wording of a campaign's first text people answer, and which one makes them leave. */
@Service
public class WordingResults {

    private final WordingStore store;
    private final Scripting scripting;
    private final Campaigns campaigns;
    private final CampaignScripts campaignScripts;

    /** One walk over a campaign's conversations, however many look at its page and load it anew. */
    private final Cache<CampaignId, List<WordingResult>> counted = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    WordingResults(WordingStore store, Scripting scripting, Campaigns campaigns, CampaignScripts campaignScripts) {
        this.store = store;
        this.scripting = scripting;
        this.campaigns = campaigns;
        this.campaignScripts = campaignScripts;
    }

    /**
     * One of each wording, as it was at most 20 seconds ago; none where there is only one. What a texter changed by hand
     * counts for none, nor what people read before the campaign was moved on to these wordings.
     */
    @Transactional(readOnly = true)
    public List<WordingResult> of(Actor actor, CampaignId campaignId) {
        actor.must(Permission.SEE_CONVERSATIONS);
        Campaign campaign = campaigns
                .find(actor.organization(), campaignId)
                .orElseThrow(() -> new Problem.Missing("campaign", campaignId));
        return scripting
                .tree(actor.organization(), campaign)
                .filter(tree -> tree.ways() > 1)
                .map(tree -> Objects.requireNonNull(counted.get(campaignId, any -> results(actor, campaignId, tree))))
                .orElse(List.of());
    }

    private List<WordingResult> results(Actor actor, CampaignId campaignId, ScriptTree tree) {
        var counts = store.counts(
                actor.organization(),
                campaignId,
                tree.ways(),
                yes(tree),
                campaignScripts.saidSince(actor.organization(), campaignId));
        return IntStream.range(0, tree.ways())
                .mapToObj(way -> {
                    var count = counts.getOrDefault(way, new WordingStore.Count(0, 0, 0, 0));
                    return new WordingResult(
                            way,
                            tree.said(way, ""),
                            count.texted(),
                            new Share(count.replied(), count.texted()),
                            new Share(count.yes(), count.texted()),
                            new Share(count.optedOut(), count.texted()));
                })
                .toList();
    }

    private static Collection<WordingStore.Answer> yes(ScriptTree tree) {
        return Scripting.all(tree).stream()
                .flatMap(question -> question.answers().stream()
                        .filter(answer -> answer.effects().stream()
                                .anyMatch(effect -> effect instanceof Effect.RecordAction
                                        || effect instanceof Effect.Promise
                                        || effect instanceof Effect.Rsvp))
                        .map(answer -> new WordingStore.Answer(question.key(), answer.key())))
                .toList();
    }
}
