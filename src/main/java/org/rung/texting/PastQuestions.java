package org.rung.texting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignScripts;
import org.rung.common.OrganizationId;
import org.rung.scripts.Question;
import org.rung.scripts.ScriptTree;
import org.rung.scripts.Scripts;
import org.springframework.stereotype.Component;

/** What somebody answered before their campaign was moved on to a version of its script that asks it no more. */
@Component
class PastQuestions {

    private final CampaignScripts campaignScripts;
    private final Scripts scripts;

    PastQuestions(CampaignScripts campaignScripts, Scripts scripts) {
        this.campaignScripts = campaignScripts;
        this.scripts = scripts;
    }

    /**
     * Each with the one answer that was given, in the order of the answers; none where the campaign never moved on.
     *
     * @param path what is asked now
     * @param answers what was answered, by the keys of questions
     */
    List<Question> of(
            OrganizationId organizationId,
            Campaign campaign,
            ScriptTree now,
            List<Question> path,
            Map<String, String> answers) {
        Map<String, String> lost = new LinkedHashMap<>(answers);
        path.forEach(question -> answered(question, answers.getOrDefault(question.key(), ""))
                .ifPresent(still -> lost.remove(still.key())));
        if (lost.isEmpty()) {
            return List.of();
        }
        List<ScriptTree> trees = new ArrayList<>();
        campaignScripts
                .former(organizationId, campaign.campaignId(), campaign.scriptVersion())
                .forEach(version -> trees.add(scripts.version(organizationId, version)));
        if (trees.isEmpty()) {
            return List.of();
        }
        trees.addFirst(now);
        return lost.entrySet().stream()
                .flatMap(answer -> trees.stream()
                        .flatMap(tree -> tree.question(answer.getKey()).stream())
                        .flatMap(question -> answered(question, answer.getValue()).stream())
                        .findFirst()
                        .stream())
                .toList();
    }

    private static Optional<Question> answered(Question question, String given) {
        return question.answers().stream()
                .filter(answer -> answer.key().equals(given))
                .findFirst()
                .map(answer ->
                        new Question(question.key(), question.words(), List.of(answer.leadingTo(Optional.empty()))));
    }
}
