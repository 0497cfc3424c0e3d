package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.scripts.ScriptId;
import org.rung.scripts.ScriptVersion;

/** Every version of a script with who saved it and when; one of them can be taken up again, which saves nothing yet. */
class VersionsDialog extends Dialog {
    private static final int AT_ONCE = 20;

    private final transient StudioDoors doors;
    private final transient Actor actor;
    private final transient ScriptId scriptId;
    private final transient Consumer<ScriptVersion> taken;
    private final boolean writable;
    private final DateTimeFormatter when;
    private final Div list = div("col");

    VersionsDialog(StudioDoors doors, ScriptId scriptId, boolean writable, Consumer<ScriptVersion> taken) {
        this.doors = doors;
        this.actor = doors.signedIn().actor();
        this.scriptId = scriptId;
        this.writable = writable;
        this.taken = taken;
        this.when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(doors.signedIn().organization().zone());
        setHeaderTitle(getTranslation("scripts.versions.title"));
        setWidth("min(620px, 94vw)");
        list.getElement().setAttribute("role", "list");
        add(list);
        getFooter().add(new Button(getTranslation("scripts.versions.close"), click -> close()));
        more(Optional.empty());
    }

    private void more(Optional<Integer> before) {
        var found = doors.scripts().versions(actor, scriptId, before, AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        var names = names(shown);
        shown.forEach(version -> list.add(row(version, names)));
        if (found.size() > shown.size()) {
            var button = button("link start", getTranslation("scripts.versions.more"), () -> {});
            button.addClickListener(click -> {
                list.remove(button);
                more(Optional.of(shown.getLast().number()));
            });
            list.add(button);
        }
    }

    private Map<MemberId, String> names(List<ScriptVersion> versions) {
        return doors.members()
                .names(
                        actor.organization(),
                        versions.stream()
                                .flatMap(version -> version.madeBy().stream())
                                .collect(Collectors.toSet()));
    }

    private Div row(ScriptVersion version, Map<MemberId, String> names) {
        var who = version.madeBy()
                .map(one -> names.getOrDefault(one, ""))
                .filter(name -> !name.isBlank())
                .orElse(getTranslation("scripts.versions.program"));
        var head = div(
                "row wrap",
                span("chip", getTranslation("scripts.studio.saved", version.number())),
                span("small muted grow", who + " · " + when.format(version.madeAt())));
        if (writable) {
            var take = button("btn ghost small", getTranslation("scripts.versions.take"), () -> {
                close();
                taken.accept(version);
            });
            take.setAriaLabel(getTranslation("scripts.versions.take.one", version.number()));
            head.add(take);
        }
        var row = div(
                "col",
                head,
                MergeWords.chips(version.tree().firstText(), doors.labels().of(actor.organization(), getLocale())));
        row.getElement().setAttribute("role", "listitem");
        return row;
    }
}
