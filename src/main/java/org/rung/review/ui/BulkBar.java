package org.rung.review.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rung.accounts.Member;
import org.rung.accounts.MemberFilter;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.texting.ConversationId;
import org.rung.texting.ManyConversations;

/** What to do with the conversations that were chosen; what cannot be taken back asks before. */
class BulkBar extends Div {
    private final transient ManyConversations many;
    private final transient Members members;
    private final transient Actor.Member actor;
    private final transient Supplier<Set<ConversationId>> chosen;
    private final transient Runnable done;
    private final Checkbox all = new Checkbox(getTranslation("review.all"));
    private final Span count = new Span();
    private final Div deeds = new Div();

    BulkBar(
            ManyConversations many,
            Members members,
            Actor.Member actor,
            Supplier<Set<ConversationId>> chosen,
            Consumer<Boolean> chooseAll,
            Runnable answer,
            Runnable done) {
        this.many = many;
        this.members = members;
        this.actor = actor;
        this.chosen = chosen;
        this.done = done;
        addClassNames("review-bulk", "row", "wrap");
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) chooseAll.accept(change.getValue());
        });
        count.addClassNames("small", "muted", "grow");
        count.getElement().setAttribute("role", "status");
        deeds.addClassNames("row", "wrap", "review-deeds");
        deed("review.answerThem", "ghost", answer);
        deed("review.give", "ghost", this::give);
        deed("review.tagThem", "ghost", this::tag);
        deed("review.close", "ghost", () -> sure("review.close", "review.close.sure", "review.closed", many::close));
        deed(
                "review.optOut",
                "ghost",
                () -> sure("review.optOut", "review.optOut.sure", "review.optedOut", many::optOut));
        add(all, count, deeds);
        show(0);
    }

    private interface Deed {
        int to(Actor actor, Set<ConversationId> conversations);
    }

    private void deed(String words, String look, Runnable act) {
        NativeButton button = new NativeButton(getTranslation(words), click -> act.run());
        button.addClassNames("btn", "small", look);
        deeds.add(button);
    }

    /** How many conversations are chosen now. */
    void show(int now) {
        deeds.setVisible(now > 0);
        count.setText(now == 0 ? "" : getTranslation("review.chosen", now));
        if (now == 0) all.setValue(false);
    }

    private void sure(String title, String line, String result, Deed deed) {
        Set<ConversationId> those = chosen.get();
        new SureDialog(
                        getTranslation(title),
                        getTranslation(line, those.size()),
                        getTranslation(title),
                        getTranslation("review.cancel"),
                        () -> carryOut(those, deed, result))
                .open();
    }

    private void carryOut(Set<ConversationId> those, Deed deed, String result) {
        try {
            int how = deed.to(actor, those);
            Notification.show(getTranslation(result, how), 5_000, Notification.Position.BOTTOM_CENTER);
            done.run();
        } catch (Problem problem) {
            Notification.show(Sentences.of(problem), 8_000, Notification.Position.TOP_CENTER)
                    .setAssertive(true);
        }
    }

    private void give() {
        ComboBox<Member> who = new ComboBox<>(getTranslation("review.texter"));
        who.setItems(query -> members
                .search(
                        actor,
                        MemberFilter.whoMay(
                                Permission.TEXT, Set.of(), query.getFilter().orElse("")),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        who.setItemLabelGenerator(Member::name);
        who.setWidthFull();
        Set<ConversationId> those = chosen.get();
        ask(
                "review.give",
                getTranslation("review.give.line", those.size()),
                who,
                () -> who.getOptionalValue()
                        .ifPresent(member -> carryOut(
                                those, (by, which) -> many.give(by, which, member.memberId()), "review.given")));
    }

    private void tag() {
        TextField tag = new TextField(getTranslation("review.tag"));
        tag.setMaxLength(60);
        tag.setWidthFull();
        Set<ConversationId> those = chosen.get();
        ask("review.tagThem", getTranslation("review.tagThem.line", those.size()), tag, () -> {
            if (!tag.getValue().isBlank()) {
                carryOut(
                        those, (by, which) -> many.tag(by, which, tag.getValue().strip()), "review.tagged");
            }
        });
    }

    private void ask(String title, String line, com.vaadin.flow.component.Component field, Runnable act) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation(title));
        dialog.setWidth("min(420px, 92vw)");
        Span words = new Span(line);
        words.addClassName("muted");
        Div body = new Div(words, field);
        body.addClassName("col");
        dialog.add(body);
        Button go = new Button(getTranslation(title), click -> {
            dialog.close();
            act.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("review.cancel"), click -> dialog.close()), go);
        dialog.open();
    }
}
