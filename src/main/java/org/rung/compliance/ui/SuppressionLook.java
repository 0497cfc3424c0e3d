package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Sentence;
import org.rung.compliance.DoNotText;
import org.rung.compliance.SuppressionChoices;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationPart;

/** What keeps this number from being texted first, and the way onto the list. */
record SuppressionLook(
        DoNotText doNotText,
        SuppressionChoices choices,
        Actor.Member actor,
        ConversationId conversation,
        Optional<CampaignId> campaign,
        ZoneId zone,
        List<Suppression> entries,
        Map<Long, String> campaigns,
        boolean acts)
        implements ConversationPart.Look {

    @Override
    public Optional<Component> notice(Runnable refresh) {
        // For good is told by the conversation itself: nothing can be written in it.
        return entries.stream()
                .filter(entry -> !(entry.scope() instanceof SuppressionScope.ForGood))
                .findFirst()
                .map(entry -> {
                    var words = new Span();
                    words.addClassName("grow");
                    words.setText(UI.getCurrent()
                            .getTranslation(
                                    "compliance.thread.kept", Entries.reach(words, entry.scope(), zone, campaigns)));
                    var notice = new Div(words);
                    notice.addClassNames("notice", "row", "wrap");
                    notice.getElement().setAttribute("role", "status");
                    return notice;
                });
    }

    @Override
    public List<ConversationPart.Deed> deeds(Runnable refresh) {
        return acts
                ? List.of(new ConversationPart.Deed(
                        Sentences.of(Sentence.of("compliance.suppress.open")), () -> ask(refresh)))
                : List.of();
    }

    private void ask(Runnable refresh) {
        new SuppressDialog(choices.fields(actor, campaign), SuppressionWay.HAND, draft -> {
                    doNotText.add(actor, conversation, draft);
                    refresh.run();
                })
                .open();
    }
}
