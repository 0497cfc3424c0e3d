package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.rung.accounts.Sentences;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.practice.Practice;
import org.rung.practice.PracticeTalk;

/** The practice's first texts, on the desk's own screen of them. */
class PracticeFirsts extends Div {
    private final FirstTexts screen = new FirstTexts();
    private final transient Practice practice;
    private final transient PracticePost post;

    PracticeFirsts(Practice practice, PracticeShown shown, PracticePost post, Runnable answers, Runnable leave) {
        this.practice = practice;
        this.post = post;
        addClassName("desk");
        add(screen);
        screen.on("send", this::send);
        // Why one leaves somebody out is asked here, too, and told nobody.
        screen.on("skip", said -> screen.skipped(said.id));
        screen.on("unskip", said -> screen.undone(said.id));
        screen.on("undo", this::undo);
        screen.on("more", said -> screen.deal(List.of()));
        screen.on("back", said -> leave.run());
        screen.on("replies", said -> answers.run());
        screen.begin(state(shown));
    }

    private Map<String, Object> state(PracticeShown shown) {
        ZoneId here = shown.zone();
        Map<String, Object> words = CardState.words(this, "");
        words.put("finished", getTranslation("practice.firsts.finished"));
        words.put("finishedMore", getTranslation("practice.firsts.finished.line"));
        words.put("replies", getTranslation("practice.firsts.answers"));
        return Map.of(
                "done",
                0,
                "left",
                practice.talks().size(),
                "more",
                0,
                "why",
                "",
                "campaign",
                getTranslation("practice.title"),
                // Words kept by the browser belong to this practice and to no other.
                "me",
                "practice-" + Id.next(),
                "skips",
                Skipping.choices(this),
                "words",
                words,
                "first",
                practice.talks().stream()
                        .map(talk -> CardState.of(
                                this,
                                shown.card(this, talk),
                                new Cover(false),
                                here,
                                post.clock().instant()))
                        .toList());
    }

    private void send(DeskElement.Said sent) {
        PracticeTalk talk = talk(sent.id);
        if (talk.texted()) {
            return;
        }
        try {
            int number = post.send(talk, sent.body);
            screen.accepted(sent.id, String.valueOf(number), post.undo().toSeconds(), "");
        } catch (Problem problem) {
            screen.failed(sent.id, Sentences.of(problem), true);
        }
    }

    private void undo(DeskElement.Said undone) {
        if (talk(undone.id).takeBack(Integer.parseInt(undone.message))) {
            screen.undone(undone.id);
        } else {
            screen.say(getTranslation("texting.undo.late"));
        }
    }

    private PracticeTalk talk(String id) {
        return practice.talks().stream()
                .filter(talk -> PracticeShown.id(talk).text().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.Missing("conversation", id));
    }
}
