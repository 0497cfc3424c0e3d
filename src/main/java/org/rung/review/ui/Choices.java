package org.rung.review.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignScripts;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.people.Supporters;
import org.rung.people.Tag;
import org.rung.review.ReviewFilter;
import org.rung.scripts.Question;
import org.rung.scripts.Scripts;

/** What one can choose to narrow the search by. */
class Choices {
    private static final int PAGE = 500;

    private final Campaigns campaigns;
    private final Members members;
    private final Scripts scripts;
    private final CampaignScripts campaignScripts;
    private final Actor actor;
    private final List<String> tags;
    private List<Campaign> all = List.of();

    Choices(
            Campaigns campaigns,
            Members members,
            Supporters supporters,
            Scripts scripts,
            CampaignScripts campaignScripts,
            Actor actor) {
        this.campaigns = campaigns;
        this.members = members;
        this.scripts = scripts;
        this.campaignScripts = campaignScripts;
        this.actor = actor;
        tags = supporters.tags(actor.organization()).stream().map(Tag::name).toList();
    }

    /** An answer to a question of a script, in words. */
    record Answer(String words, ReviewFilter.GivenAnswer given) {}

    List<String> tags() {
        return tags;
    }

    /** The newest first, of some hundred. */
    List<Campaign> campaigns(String name, int from, int most) {
        if (all.isEmpty()) all = campaigns.page(actor, Page.Wanted.first(PAGE)).rows();
        String looked = name.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(looked))
                .skip(from)
                .limit(most)
                .toList();
    }

    Optional<Campaign> campaign(CampaignId id) {
        return campaigns.find(actor.organization(), id);
    }

    List<Member> members(String words, int from, int most) {
        return members.search(actor, MemberFilter.of(words), from, most);
    }

    Optional<Member> member(MemberId id) {
        return members.find(actor, id);
    }

    /** Those of its script as it is now, then those of the versions that it was moved on from. */
    List<Answer> answers(Campaign campaign) {
        List<Answer> answers = new ArrayList<>();
        Stream.concat(
                        campaign.scriptVersion().stream(),
                        campaignScripts
                                .former(actor.organization(), campaign.campaignId(), campaign.scriptVersion())
                                .stream())
                .flatMap(version -> scripts.version(actor.organization(), version).question().stream())
                .forEach(first -> add(answers, first));
        Set<ReviewFilter.GivenAnswer> seen = new HashSet<>();
        return answers.stream().filter(answer -> seen.add(answer.given())).toList();
    }

    /** Those that can be recorded now. */
    List<Answer> answersNow(CampaignId id) {
        List<Answer> answers = new ArrayList<>();
        campaign(id)
                .flatMap(Campaign::scriptVersion)
                .flatMap(version ->
                        scripts.version(actor.organization(), version).question())
                .ifPresent(first -> add(answers, first));
        return answers;
    }

    private static void add(List<Answer> answers, Question question) {
        question.answers().forEach(answer -> {
            answers.add(new Answer(
                    question.words() + " " + answer.label(),
                    new ReviewFilter.GivenAnswer(question.key(), answer.key())));
            answer.next().ifPresent(next -> add(answers, next));
        });
    }
}
