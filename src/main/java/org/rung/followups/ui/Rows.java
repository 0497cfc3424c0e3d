package org.rung.followups.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.rung.accounts.Sentences;
import org.rung.common.Sentence;
import org.rung.followups.ComingBack;
import org.rung.texting.ConversationRow;
import org.rung.texting.TextingPaths;

/** Conversations that come back, as rows that lead to them. */
final class Rows {
    private Rows() {}

    static String name(ConversationRow row) {
        return row.supporter().isBlank() ? Sentences.of(Sentence.of("texting.unnamed")) : row.supporter();
    }

    static Div row(ComingBack one) {
        Span name = new Span(name(one.conversation()));
        name.addClassNames("clip", "grow", "reply-name");
        Span day = new Span(Days.said(one.followUp().day()));
        day.addClassNames("small", "nowrap");
        Div top = new Div(name, day);
        top.addClassName("row");
        Span campaign = new Span(
                one.conversation().campaignName().isBlank()
                        ? Sentences.of(Sentence.of("texting.noCampaign"))
                        : one.conversation().campaignName());
        campaign.addClassNames("small", "muted", "clip");
        Div middle = new Div(top);
        if (!one.followUp().note().isEmpty()) {
            Span note = new Span(one.followUp().note());
            note.addClassNames("small", "followups-note");
            middle.add(note);
        }
        middle.add(campaign);
        middle.addClassNames("grow", "reply-middle");
        Anchor link =
                new Anchor("/" + TextingPaths.conversation(one.conversation().conversationId()), middle);
        link.addClassNames("reply-row", "row");
        Div item = new Div(link);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }
}
