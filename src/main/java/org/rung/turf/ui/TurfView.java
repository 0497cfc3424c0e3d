package org.rung.turf.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.FilterField;
import org.rung.filters.FilterLine;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.teams.TeamMembers;
import org.rung.teams.Teams;
import org.rung.turf.Acquainting;
import org.rung.turf.FrozenTurfs;
import org.rung.turf.Turf;
import org.rung.turf.TurfHolders;
import org.rung.turf.TurfId;
import org.rung.turf.TurfKind;
import org.rung.turf.TurfPaths;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Qualifier;

/** One turf, new or known: its name, its owner, whom it holds, and what the filter means right now. */
@Route(TurfPaths.NEW_TURF)
@RouteAlias(TurfPaths.TURFS + "/:turfId")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class TurfView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Turfs turfs;
    private final FrozenTurfs frozen;
    private final TurfHolders holders;
    private final Acquainting acquainting;
    private final Teams teams;
    private final TeamMembers inTeams;
    private final Filters filters;
    private final Members members;
    private final Actor actor;
    private final TextField name = new TextField(getTranslation("turf.name"));
    private final ComboBox<MemberId> owner = new ComboBox<>(getTranslation("turf.owner"));
    private final PreviewCard preview;
    private Optional<Turf> turf = Optional.empty();
    private String search = "";
    private SupporterFilter filter = SupporterFilter.EVERYONE;
    private Optional<FilterField> field = Optional.empty();

    TurfView(
            Turfs turfs,
            FrozenTurfs frozen,
            TurfHolders holders,
            Acquainting acquainting,
            Teams teams,
            TeamMembers inTeams,
            Filters filters,
            SupporterList list,
            Members members,
            SignedIn signedIn,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.turfs = turfs;
        this.frozen = frozen;
        this.holders = holders;
        this.acquainting = acquainting;
        this.teams = teams;
        this.inTeams = inTeams;
        this.filters = filters;
        this.members = members;
        this.actor = signedIn.actor();
        this.preview = new PreviewCard(turfs, list, actor, new Counting(executor));
        addClassNames("page", "turf");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            turf = entering.getRouteParameters()
                    .get("turfId")
                    .map(word -> turfs.get(actor, new TurfId(Id.parse("turf", word))));
        } catch (Problem.Invalid | Problem.Missing gone) {
            throw new NotFoundException();
        }
        search = turf.map(each -> each.filter().search()).orElse("");
        filter = turf.map(Turf::filter)
                .orElseGet(() -> new SupporterFilter(
                        "",
                        FilterLine.asked(entering.getLocation()
                                        .getQueryParameters()
                                        .getParameters())
                                .map(List::of)
                                .orElse(List.of())));
        build();
        recount(entering.getUI());
    }

    private void build() {
        removeAll();
        var back = new Anchor(TurfPaths.TURFS, "‹ " + getTranslation("turf.title"));
        back.addClassName("back");
        var head = new Div(new Div(new H1(title())));
        head.addClassName("page-head");
        name.setMaxLength(120);
        name.setRequiredIndicatorVisible(true);
        name.setValue(turf.map(Turf::name).orElse(""));
        owners();
        var form = new Div(name, owner);
        form.addClassNames("form");
        var left = new Div(form);
        left.addClassNames("card", "col", "turf-edit");
        turf.ifPresent(each -> left.add(new GivenLine(holders, members, teams, inTeams, actor, each)));
        if (turf.isEmpty() || turf.get().kind() == TurfKind.FILTER) left.add(builder());
        else
            left.add(new FrozenCard(frozen, actor, turf.get(), () -> {
                build();
                recount(UI.getCurrent());
            }));
        if (actor.may(Permission.CUT_TURF)) left.add(actions());
        var body = new Div(left, preview);
        body.addClassName("turf-body");
        add(back, head, body);
    }

    private void owners() {
        var now = turf.map(Turf::owner).orElse(actor.member());
        var names = new HashMap<MemberId, String>();
        now.ifPresent(id -> names.putAll(members.names(actor.organization(), List.of(id))));
        owner.setItems(query ->
                members
                        .search(
                                actor,
                                MemberFilter.of(query.getFilter().orElse("")),
                                query.getOffset(),
                                query.getLimit())
                        .stream()
                        .map(member -> {
                            names.put(member.memberId(), member.name());
                            return member.memberId();
                        }));
        owner.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        owner.setClearButtonVisible(true);
        now.ifPresent(owner::setValue);
    }

    private Div builder() {
        var find = new TextField(getTranslation("turf.words"));
        find.setHelperText(getTranslation("turf.words.help"));
        find.setMaxLength(200);
        find.setValue(search);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValueChangeTimeout(300);
        find.addValueChangeListener(change -> {
            search = change.getValue();
            recount(UI.getCurrent());
        });
        var built = new FilterField(filters, actor, filter, changed -> {
            filter = changed;
            recount(UI.getCurrent());
        });
        field = Optional.of(built);
        var builder = new Div(new H3(getTranslation("turf.who")), built, find);
        builder.addClassName("col");
        return builder;
    }

    private Div actions() {
        var save = new Button(getTranslation("turf.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(save);
        actions.addClassName("actions");
        turf.ifPresent(each -> {
            var retire = new Button(getTranslation("turf.retire"), click -> confirmRetiring(each));
            retire.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            var divide = new Button(
                    getTranslation("turf.divide"),
                    click -> new DivideDialog(frozen, acquainting, members, actor, each).open());
            actions.add(divide, retire);
        });
        return actions;
    }

    private void save() {
        if (field.filter(FilterField::isHalfWritten).isPresent()) {
            // Without that line the turf would be wider than what its author sees.
            Notification.show(getTranslation("turf.half"), 6_000, Notification.Position.BOTTOM_CENTER);
            return;
        }
        try {
            var id = turf.map(Turf::turfId).orElseGet(() -> turfs.cut(actor, name.getValue(), filter()));
            turf.ifPresent(each -> {
                turfs.rename(actor, id, name.getValue());
                if (each.kind() == TurfKind.FILTER) turfs.recut(actor, id, filter());
            });
            turfs.give(actor, id, Optional.ofNullable(owner.getValue()));
            Notification.show(getTranslation("turf.saved"));
            UI.getCurrent().navigate(TurfPaths.TURFS);
        } catch (Problem.Invalid wrong) {
            if (!wrong.field().equals("name")) {
                Notification.show(Sentences.of(wrong), 6_000, Notification.Position.BOTTOM_CENTER);
                return;
            }
            name.setInvalid(true);
            name.setErrorMessage(getTranslation("turf.name.missing"));
            name.focus();
        }
    }

    private void confirmRetiring(Turf each) {
        new SureDialog(
                        getTranslation("turf.retire.title", each.name()),
                        getTranslation("turf.retire.words"),
                        getTranslation("turf.retire"),
                        getTranslation("turf.cancel"),
                        () -> {
                            turfs.retire(actor, each.turfId());
                            UI.getCurrent().navigate(TurfPaths.TURFS);
                        })
                .open();
    }

    private SupporterFilter filter() {
        return filter.searching(search);
    }

    private void recount(UI ui) {
        var shown = turf.filter(each -> each.kind() == TurfKind.LIST)
                .map(each -> new SupporterFilter(
                        "",
                        List.of(new FilterLine("list", "", List.of(each.turfId().text())))))
                .orElseGet(this::filter);
        preview.show(ui, shown);
    }

    private String title() {
        return turf.map(Turf::name).orElseGet(() -> getTranslation("turf.cut"));
    }

    @Override
    public String getPageTitle() {
        return title() + " · Rung";
    }
}
