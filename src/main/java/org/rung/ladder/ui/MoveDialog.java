package org.rung.ladder.ui;

import com.vaadin.flow.component.select.Select;
import org.rung.common.Actor;
import org.rung.ladder.Ladder;
import org.rung.ladder.Rung;
import org.rung.ladder.Standing;
import org.rung.ladder.Standings;
import org.rung.ladder.StartingWords;
import org.rung.people.SupporterId;

/** Moves someone by hand; also how a member confirms a leader. */
class MoveDialog extends ReasonDialog {
    private final Standings standings;
    private final Actor actor;
    private final SupporterId supporterId;
    private final Ladder ladder;
    private final Runnable done;
    private final Select<Rung> rung = new Select<>();

    MoveDialog(Standings standings, Actor actor, SupporterId supporterId, Ladder ladder, Standing now, Runnable done) {
        super("ladder.move.title", "ladder.move.save");
        this.standings = standings;
        this.actor = actor;
        this.supporterId = supporterId;
        this.ladder = ladder;
        this.done = done;
        rung.setLabel(getTranslation("ladder.move.rung"));
        rung.setItems(ladder.rungs().reversed().stream()
                .filter(one -> one.position() != now.position())
                .toList());
        rung.setItemLabelGenerator(one -> one.position() + " " + StartingWords.in(getLocale(), one.name()));
        rung.setValue(ladder.rung(now.position() < ladder.top() ? now.position() + 1 : now.position() - 1));
        rung.setHelperText(getTranslation("ladder.move.help"));
        fields.addComponentAsFirst(rung);
    }

    @Override
    void save() {
        standings.moveByHand(
                actor, ladder.ladderId(), supporterId, rung.getValue().position(), reason.getValue());
        done.run();
    }
}
