package org.rung.texting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;
import org.rung.people.OwnLinks;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.MergeText;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.ScriptVersionId;
import org.rung.scripts.Scripts;
import org.rung.scripts.Split;
import org.springframework.stereotype.Component;

/** What the script of a campaign says, filled in for one supporter. */
@Component
class Scripting {

    private final Campaigns campaigns;
    private final Scripts scripts;
    private final Supporters supporters;
    private final Members members;
    private final Organizations organizations;
    private final OwnLinks ownLinks;

    Scripting(
            Campaigns campaigns,
            Scripts scripts,
            Supporters supporters,
            Members members,
            Organizations organizations,
            OwnLinks ownLinks) {
        this.campaigns = campaigns;
        this.scripts = scripts;
        this.supporters = supporters;
        this.members = members;
        this.organizations = organizations;
        this.ownLinks = ownLinks;
    }

    Optional<Campaign> campaign(OrganizationId organizationId, Conversation conversation) {
        return conversation.campaign().flatMap(id -> campaigns.find(organizationId, id));
    }

    Optional<ScriptTree> tree(OrganizationId organizationId, Campaign campaign) {
        return campaign.scriptVersion().map(version -> scripts.version(organizationId, version));
    }

    /** What leaves with every first text of this version. */
    Optional<AttachmentId> firstPicture(OrganizationId organizationId, ScriptVersionId version) {
        return scripts.version(organizationId, version).picture();
    }

    /** What the script says first to them; they are read only where it names a field of theirs or speaks other languages. */
    String firstText(Actor actor, ScriptVersionId version, Sendable found) {
        OrganizationId organizationId = actor.organization();
        ScriptTree tree = scripts.version(organizationId, version);
        String usual = firstText(tree, "", found.conversationId());
        Optional<Supporter> who = tree.variants().isEmpty() && !usual.contains(MergeText.CUSTOM)
                ? Optional.empty()
                : Optional.ofNullable(supporters
                        .all(organizationId, List.of(found.supporter()))
                        .get(found.supporter()));
        String template = who.map(one -> firstText(tree, one.language(), found.conversationId()))
                .orElse(usual);
        Map<String, String> fields =
                template.contains(MergeText.CUSTOM) ? who.map(Supporter::fields).orElse(Map.of()) : Map.of();
        return Filling.of(found.names(), fields)
                .linking(() -> giveLink(actor, found.supporter()))
                .fill(template);
    }

    /** In that one of its wordings which falls to this conversation. */
    static String firstText(ScriptTree tree, String language, ConversationId conversationId) {
        return tree.said(Split.of(conversationId.value(), tree.ways()), language);
    }

    /** All that may be said first, in every wording and language, one after another. */
    static String firstTexts(ScriptTree tree) {
        StringJoiner all = new StringJoiner("\n");
        for (int way = 0; way < tree.ways(); way++) {
            all.add(tree.said(way, ""));
            for (String language : tree.variants().keySet()) all.add(tree.said(way, language));
        }
        return all.toString();
    }

    Question question(Actor actor, Conversation conversation, String questionKey) {
        return campaign(actor.organization(), conversation)
                .flatMap(campaign -> tree(actor.organization(), campaign))
                .map(tree -> inTheirs(actor.organization(), conversation, tree))
                .flatMap(tree -> all(tree).stream()
                        .filter(question -> question.key().equals(questionKey))
                        .findFirst())
                .orElseThrow(() -> new Problem.Invalid("question", "problem.question-unknown"));
    }

    private ScriptTree inTheirs(OrganizationId organizationId, Conversation conversation, ScriptTree tree) {
        if (tree.variants().isEmpty()) {
            return tree;
        }
        Supporter supporter = supporters
                .all(organizationId, List.of(conversation.supporter()))
                .get(conversation.supporter());
        return supporter == null ? tree : tree.in(supporter.language());
    }

    /** Every question of the tree, nearest to the first text first. */
    static List<Question> all(ScriptTree tree) {
        List<Question> found = new ArrayList<>();
        Deque<Question> open = new ArrayDeque<>();
        tree.question().ifPresent(open::add);
        while (!open.isEmpty()) {
            Question question = open.remove();
            found.add(question);
            question.answers().forEach(answer -> answer.next().ifPresent(open::add));
        }
        return found;
    }

    /** The questions on the way of these answers, each with its replies filled in: those answered, then the open one. */
    static List<Question> path(ScriptTree tree, Map<String, String> answers, Filling filling) {
        List<Question> path = new ArrayList<>();
        Optional<Question> next = tree.question();
        while (next.isPresent()) {
            Question question = next.get();
            path.add(filled(question, filling));
            String given = answers.get(question.key());
            next = question.answers().stream()
                    .filter(answer -> answer.key().equals(given))
                    .findFirst()
                    .flatMap(AnswerChoice::next);
        }
        return path;
    }

    private static Question filled(Question question, Filling filling) {
        return new Question(
                question.key(),
                filling.fill(question.words()),
                question.answers().stream()
                        .map(answer -> answer.saying(filling.fill(answer.reply())))
                        .toList());
    }

    String fill(Actor actor, Conversation conversation, String template) {
        return fill(actor, conversation, template, Map.of());
    }

    /** @param links links to give that are known already; whose is missing is looked for */
    String fill(Actor actor, Conversation conversation, String template, Map<SupporterId, String> links) {
        Supporter supporter = supporters
                .all(actor.organization(), List.of(conversation.supporter()))
                .get(conversation.supporter());
        return supporter == null || template.isEmpty()
                ? template
                : filling(actor.organization(), supporter, actor.member().or(conversation::texter))
                        .linking(() -> Optional.ofNullable(links.get(conversation.supporter()))
                                .orElseGet(() -> giveLink(actor, conversation.supporter())))
                        .fill(template);
    }

    Filling filling(OrganizationId organizationId, Supporter supporter, Optional<MemberId> texter) {
        return Filling.of(supporter, name(organizationId, texter), organizations.get(organizationId));
    }

    /** Their own link to give, made where there is none. */
    String giveLink(Actor actor, SupporterId supporterId) {
        return ownLinks.of(actor, supporterId).orElse("");
    }

    /** Those of all these that such words carry, made together. */
    Map<SupporterId, String> giveLinks(Actor actor, Collection<SupporterId> supporters, String words) {
        return OwnLinks.carriedBy(words) ? ownLinks.of(actor, supporters) : Map.of();
    }

    /** What stands in for a link where nothing is sent; empty where texts may carry none. */
    String sampleLink(OrganizationId organizationId) {
        return ownLinks.ready(organizationId) ? ownLinks.sample() : "";
    }

    String name(OrganizationId organizationId, Optional<MemberId> texter) {
        return texter.map(me -> members.names(organizationId, List.of(me)).getOrDefault(me, ""))
                .orElse("");
    }
}
