package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignsPaths;
import org.rung.campaigns.ScriptId;
import org.rung.campaigns.ScriptStarter;
import org.rung.common.Id;

/** Where a script is written. */
@Route(CampaignsPaths.SCRIPTS + "/:script")
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
        var campaign = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("campaign")
                .map(text -> new CampaignId(Id.parse("campaign", text)));
        var work = wanted.equals("new")
                ? new ScriptWork(ScriptStarter.of(starter()))
                : new ScriptWork(
                        doors.scripts().get(doors.signedIn().actor(), new ScriptId(Id.parse("script", wanted))));
        var opened = new ScriptStudio(doors, work, campaign);
        studio = Optional.of(opened);
        removeAll();
        add(opened);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (studio.filter(ScriptStudio::unsaved).isEmpty()) return;
        var going = event.postpone();
        var ask = new ConfirmDialog(
                getTranslation("campaigns.leave.title"),
                getTranslation("campaigns.leave.how"),
                getTranslation("campaigns.leave.leave"),
                yes -> going.proceed());
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("campaigns.leave.stay"));
        ask.setConfirmButtonTheme("error primary");
        ask.addCancelListener(no -> going.cancel());
        ask.open();
    }

    private ScriptStarter.Words starter() {
        return new ScriptStarter.Words(
                getTranslation("campaigns.starter.firstText"),
                getTranslation("campaigns.starter.question"),
                getTranslation("campaigns.starter.yes"),
                getTranslation("campaigns.starter.yesReply"),
                getTranslation("campaigns.starter.maybe"),
                getTranslation("campaigns.starter.maybeReply"),
                getTranslation("campaigns.starter.no"),
                getTranslation("campaigns.starter.noReply"),
                getTranslation("campaigns.starter.stop"));
    }

    @Override
    public String getPageTitle() {
        return studio.map(ScriptStudio::title).orElse("") + " · Rung";
    }
}
