package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.SureDialog;
import org.rung.common.Id;
import org.rung.scripts.ScriptId;
import org.rung.scripts.ScriptStarter;
import org.rung.scripts.ScriptsPaths;

/** Where a script is written. */
@Route(ScriptsPaths.SCRIPTS + "/:script")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class ScriptStudioView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private final transient StudioDoors doors;
    private Optional<ScriptStudio> studio = Optional.empty();

    ScriptStudioView(StudioDoors doors) {
        this.doors = doors;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("script").orElse("new");
        var occasion = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("campaign")
                .map(text -> doors.occasions().get(doors.signedIn().actor(), text));
        var work = wanted.equals("new")
                ? new ScriptWork(ScriptStarter.of(starter()))
                : new ScriptWork(
                        doors.scripts().get(doors.signedIn().actor(), new ScriptId(Id.parse("script", wanted))));
        var opened = new ScriptStudio(doors, work, occasion);
        studio = Optional.of(opened);
        removeAll();
        add(opened);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (studio.filter(ScriptStudio::unsaved).isEmpty()) return;
        var going = event.postpone();
        var ask = new SureDialog(
                getTranslation("scripts.leave.title"),
                getTranslation("scripts.leave.how"),
                getTranslation("scripts.leave.leave"),
                getTranslation("scripts.leave.stay"),
                going::proceed);
        ask.addCancelListener(no -> going.cancel());
        ask.open();
    }

    private ScriptStarter.Words starter() {
        return new ScriptStarter.Words(
                getTranslation("scripts.starter.firstText"),
                getTranslation("scripts.starter.question"),
                getTranslation("scripts.starter.yes"),
                getTranslation("scripts.starter.yesReply"),
                getTranslation("scripts.starter.maybe"),
                getTranslation("scripts.starter.maybeReply"),
                getTranslation("scripts.starter.no"),
                getTranslation("scripts.starter.noReply"),
                getTranslation("scripts.starter.stop"));
    }

    @Override
    public String getPageTitle() {
        return studio.map(ScriptStudio::title).orElse("") + " · Rung";
    }
}
