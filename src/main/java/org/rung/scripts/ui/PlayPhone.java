package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.div;
import static org.rung.scripts.ui.Pieces.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.links.ShortForm;
import org.rung.media.AttachmentId;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.MergeText;
import org.rung.scripts.ScriptPlay;
import org.rung.segments.Segments;

/** A phone on the screen: what was said, in how many pieces each text leaves, and what an answer does besides. */
class PlayPhone extends Div {
    private final transient ShortForm form;
    private final transient ZoneId zone;
    private int pieces;

    PlayPhone(ShortForm form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
        addClassNames("bubbles", "play-phone");
        getElement().setAttribute("role", "log");
        getElement().setAttribute("aria-label", getTranslation("scripts.play.phone"));
        getElement().setAttribute("tabindex", "0");
    }

    void show(ScriptPlay play, Map<String, String> values) {
        removeAll();
        pieces = 0;
        out(play.first(), play.tree().picture(), values);
        play.talk().forEach(line -> {
            line.answer().ifPresent(this::in);
            out(line.says(), line.answer().flatMap(AnswerChoice::picture), values);
        });
        if (play.asks().isEmpty()) add(span("small muted play-end", getTranslation("scripts.play.end")));
        getElement().executeJs("this.scrollTop = this.scrollHeight");
    }

    /** Pieces that everything said so far leaves in. */
    int pieces() {
        return pieces;
    }

    private void in(AnswerChoice answer) {
        add(div("bub in", new Span(answer.label())));
        if (answer.effects().isEmpty()) return;
        var does = answer.effects().stream()
                .map(effect -> EffectWords.of(this, effect, zone))
                .collect(Collectors.joining(" · "));
        add(span("small muted", getTranslation("scripts.play.does", does)));
    }

    private void out(String template, Optional<AttachmentId> picture, Map<String, String> values) {
        picture.ifPresent(one -> add(div("bub out", Photos.shown(this, one))));
        if (template.isBlank()) {
            if (picture.isPresent()) pieces++;
            return;
        }
        add(MergeWords.filled(MergeText.fill(form.shown(template), values), "bub out"));
        var rendered = form.shown(MergeText.render(template, values));
        // What leaves with a picture is one message, whatever its length.
        int count = picture.isPresent() ? 1 : Segments.of(rendered).count();
        pieces += count;
        add(span("small muted num play-count", getTranslation("scripts.studio.count", rendered.length(), count)));
    }
}
