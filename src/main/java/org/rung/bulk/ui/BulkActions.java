package org.rung.bulk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.notification.Notification;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rung.accounts.Sentences;
import org.rung.bulk.BulkKind;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.compliance.SuppressionChoices;
import org.rung.filters.SelectionAction;
import org.rung.filters.SupporterList;
import org.rung.people.Supporters;
import org.rung.turf.Turfs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The buttons beside the chosen people of the list. */
@Configuration(proxyBeanMethods = false)
class BulkActions {

    /** What a button opens: for whom, and how many they are exactly. */
    private interface Asking {
        void ask(Actor actor, SelectionAction.Selection selection, long people);
    }

    @Bean
    SelectionAction tagMany(BulkWork work, SupporterList list, Supporters supporters) {
        return action(
                20,
                BulkKind.TAG,
                list,
                (actor, selection, people) ->
                        new TagDialog(work, supporters, actor, selection, people, BulkKind.TAG).open());
    }

    @Bean
    SelectionAction untagMany(BulkWork work, SupporterList list, Supporters supporters) {
        return action(
                21,
                BulkKind.UNTAG,
                list,
                (actor, selection, people) ->
                        new TagDialog(work, supporters, actor, selection, people, BulkKind.UNTAG).open());
    }

    @Bean
    SelectionAction listMany(BulkWork work, SupporterList list, Turfs turfs) {
        return action(
                22,
                BulkKind.LIST,
                list,
                (actor, selection, people) -> new ListDialog(work, turfs, actor, selection, people).open());
    }

    @Bean
    SelectionAction suppressMany(BulkWork work, SupporterList list, SuppressionChoices choices) {
        return action(
                23,
                BulkKind.SUPPRESS,
                list,
                (actor, selection, people) -> new SuppressManyDialog(
                                work, choices.fields(actor, Optional.empty()), actor, selection, people)
                        .open());
    }

    @Bean
    SelectionAction exportMany(BulkWork work, SupporterList list) {
        return action(24, BulkKind.EXPORT, list, (actor, selection, people) -> ExportStart.of(work, actor, selection));
    }

    @Bean
    SelectionAction eraseMany(BulkWork work, SupporterList list) {
        return action(
                25,
                BulkKind.ERASE,
                list,
                (actor, selection, people) -> new EraseDialog(work, actor, selection, people).open());
    }

    private static SelectionAction action(int order, BulkKind kind, SupporterList list, Asking asking) {
        return new SelectionAction() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public Component button(Actor actor, Supplier<Selection> selection) {
                var button = new Button();
                button.setText(button.getTranslation("bulk.do." + kind));
                button.setVisible(actor.may(kind.needs()));
                if (kind == BulkKind.ERASE) button.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
                Consumer<Selection> ask = chosen -> asking.ask(actor, chosen, people(list, actor, chosen));
                button.addClickListener(click -> {
                    try {
                        ask.accept(selection.get());
                    } catch (Problem why) {
                        Notification.show(Sentences.of(why), 6_000, Notification.Position.BOTTOM_CENTER);
                    }
                });
                return button;
            }
        };
    }

    private static long people(SupporterList list, Actor actor, SelectionAction.Selection selection) {
        return selection.chosen().isEmpty()
                ? list.count(actor, selection.filter())
                : selection.chosen().size();
    }
}
