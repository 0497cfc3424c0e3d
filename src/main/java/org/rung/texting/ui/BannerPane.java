package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.rung.texting.Outcomes;
import org.rung.texting.Suggestion;

/** What stands between the thread and the answer: why one cannot answer, what they may have meant, or the next ask. */
class BannerPane extends Div {

    private final transient Talk talk;
    private final Asking asking;
    private final ZoneId zone;
    private final transient Consumer<String> use;

    BannerPane(Talk talk, Asking asking, ZoneId zone, Consumer<String> use) {
        this.talk = talk;
        this.asking = asking;
        this.zone = zone;
        this.use = use;
        addClassName("col");
    }

    void show(OpenConversation open, List<ConversationPart.Look> above) {
        removeAll();
        open.readOnly().ifPresent(why -> add(readOnly(why, open.mayBeDone())));
        above.forEach(look -> look.notice(talk.refresh()).ifPresent(this::add));
        if (open.readOnly().isEmpty()) {
            open.leavesAt().ifPresent(at -> {
                Span waits = new Span(
                        getTranslation("texting.leaves", Phrases.both(this, at, open.zone(), zone, getLocale())));
                waits.addClassNames("small", "muted", "desk-leaves");
                add(waits);
            });
            open.conversation().suggestion().ifPresent(suggestion -> add(suggestion(suggestion)));
            // Whoever may want to be left alone is not asked for more.
            open.ask()
                    .filter(ask -> open.conversation().suggestion().isEmpty())
                    .ifPresent(ask -> add(asking.card(this, talk, open, ask, zone, use)));
        }
        setVisible(getComponentCount() > 0);
    }

    void lapse() {
        removeAll();
        Div words = notice("texting.lapsed", "warn");
        words.getElement().setAttribute("role", "status");
        add(words);
        setVisible(true);
    }

    private Component readOnly(OpenConversation.ReadOnly why, boolean mayBeDone) {
        Div words =
                notice("texting.readonly." + why.name(), why == OpenConversation.ReadOnly.OPTED_OUT ? "bad" : "warn");
        if (why == OpenConversation.ReadOnly.CLOSED) {
            words.add(button("texting.reopen", "ghost", Outcomes::reopen));
        }
        // Where nothing can be written there is no other button to be done with it.
        if (mayBeDone) {
            words.add(button("texting.done", "ghost", Outcomes::done));
        }
        return words;
    }

    private Component suggestion(Suggestion suggestion) {
        Div words = notice("texting.suggestion." + suggestion.name(), "warn");
        words.add(
                button(
                        "texting.suggestion.do." + suggestion.name(),
                        "bad",
                        suggestion == Suggestion.OPT_OUT ? Outcomes::optOut : Outcomes::wrongNumber),
                button("texting.suggestion.ignore", "ghost", Outcomes::ignoreSuggestion));
        return words;
    }

    private Div notice(String words, String kind) {
        Div notice = new Div(new Span(getTranslation(words)));
        notice.addClassNames("notice", "row", "wrap", kind);
        return notice;
    }

    private NativeButton button(String words, String kind, Talk.Deed deed) {
        NativeButton button = new NativeButton(getTranslation(words), click -> talk.act(deed));
        button.addClassNames("btn", "small", kind);
        return button;
    }
}
