package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import org.rung.common.Actor;
import org.rung.live.LiveTexter;
import org.rung.texting.Reviews;
import org.rung.texting.TextingPaths;

/** What somebody new has sent, to be read before they get more. */
class ReviewDialog extends Dialog {
    ReviewDialog(Reviews reviews, Actor.Member actor, LiveTexter texter, ZoneId zone, Runnable freed) {
        setHeaderTitle(say("live.review.title", texter.name()));
        setWidth("min(560px, 94vw)");
        var list = role(div("people-list live-review"), "list");
        reviews.firstTexts(actor, texter.texter()).forEach(sent -> list.add(line(sent, zone)));
        add(div("col", new Paragraph(say("live.review.how")), list));
        var free = new Button(say("live.review.free"), click -> {
            reviews.free(actor, texter.texter());
            close();
            freed.run();
        });
        free.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(say("live.review.later"), click -> close()), free);
    }

    private static Div line(Reviews.Sent sent, ZoneId zone) {
        var open = new Anchor("/" + TextingPaths.conversation(sent.conversationId()), say("live.review.open"));
        open.addClassName("small");
        open.setTarget("_blank");
        return role(
                div(
                        "col tight",
                        span("live-words", sent.words()),
                        div("row", span("small muted grow", LiveWords.time(sent.sentAt(), zone)), open)),
                "listitem");
    }
}
