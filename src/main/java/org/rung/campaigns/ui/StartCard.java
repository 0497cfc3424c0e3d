package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.rung.campaigns.Planning;
import org.rung.scripts.Check;
import org.rung.scripts.ScriptPanels;
import org.rung.senders.Sender;
import org.springframework.stereotype.Component;

/** What is still missing, which number it leaves from, and the button that begins. */
@Component
class StartCard implements StepCard {
    private final ScriptPanels panels;
    private final Planning planning;
    private final ScheduleRow schedule;
    private final SampleRow sample;

    StartCard(ScriptPanels panels, Planning planning, ScheduleRow schedule, SampleRow sample) {
        this.panels = panels;
        this.planning = planning;
        this.schedule = schedule;
        this.sample = sample;
    }

    @Override
    public Step step() {
        return Step.START;
    }

    @Override
    public void show(Scene scene) {
        scene.panel().add(panels.checks(scene.checks()));
        if (!scene.writable()) return;
        if (scene.campaign().terms().template()) return;
        sender(scene);
        if (scene.checks().stream().anyMatch(StartCard::limited)) scene.panel().add(LimitRow.of(scene));
        if (scene.draft() && scene.campaign().turf().isPresent()) {
            scene.panel()
                    .add(new PlanCard(
                            planning.plan(scene.actor(), scene.campaign().campaignId()), scene));
        }
        scene.panel().add(sample.of(scene), schedule.of(scene));
        long missing = scene.checks().stream()
                .filter(check -> check.level() == Check.Level.MUST)
                .count();
        var start = button("btn big", scene.words("campaigns.start"), () -> {
            scene.campaigns().start(scene.actor(), scene.campaign().campaignId());
            scene.moveOn().run();
        });
        start.setEnabled(missing == 0);
        var then = missing == 0 ? scene.words("campaigns.start.then") : scene.words("campaigns.start.missing", missing);
        scene.panel().add(div("row wrap", start, new Paragraph(then)));
    }

    /** Some have been texted often enough: the way past that is offered. */
    private static boolean limited(Check check) {
        return check.key().equals("overLimit") || check.key().equals("limit") && check.level() == Check.Level.LOOK;
    }

    /** Only where there is a choice. */
    private void sender(Scene scene) {
        var all = scene.campaigns().senders(scene.actor());
        if (all.size() < 2) return;
        var pick = new ComboBox<Sender>(scene.words("campaigns.sender"));
        pick.setItems(all);
        pick.setItemLabelGenerator(sender -> sender.label() + " · " + sender.address());
        pick.setPlaceholder(scene.words("campaigns.sender.usual"));
        pick.setClearButtonVisible(true);
        pick.setWidthFull();
        scene.campaign()
                .sender()
                .flatMap(id -> all.stream()
                        .filter(sender -> sender.senderId().equals(id))
                        .findFirst())
                .ifPresent(pick::setValue);
        pick.addValueChangeListener(change -> {
            scene.campaigns()
                    .sendFrom(
                            scene.actor(),
                            scene.campaign().campaignId(),
                            Optional.ofNullable(change.getValue()).map(Sender::senderId));
            scene.changed().run();
        });
        scene.panel().add(pick);
    }
}
