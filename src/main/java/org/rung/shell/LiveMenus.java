package org.rung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rung.accounts.MenuBadge;
import org.rung.accounts.Seat;
import org.rung.accounts.WaitingChanged;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The menus that are open now, so that their numbers move by themselves. What changes within a moment is counted once: a
 * query per badge and organization, whatever happens and however many look on.
 */
@Component
class LiveMenus {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMenus.class);
    private static final long MOMENT = 800;

    private final List<MenuBadge> badges;
    private final Map<OrganizationId, Set<Open>> menus = new ConcurrentHashMap<>();
    private final Map<OrganizationId, Changed> changes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService soon = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("menus").factory());

    /** Numbers by the path of their menu entry. */
    private record Open(UI ui, Seat seat, Consumer<Map<String, Integer>> show) {}

    private record Changed(Set<MemberId> members, boolean everyone) {
        Changed and(Optional<MemberId> member) {
            var all = new HashSet<>(members);
            member.ifPresent(all::add);
            return new Changed(all, everyone || member.isEmpty());
        }
    }

    LiveMenus(List<MenuBadge> badges) {
        this.badges = badges;
    }

    Registration watch(UI ui, Seat seat, Consumer<Map<String, Integer>> show) {
        var open = new Open(ui, seat, show);
        var here = seat.actor().organization();
        menus.computeIfAbsent(here, id -> ConcurrentHashMap.newKeySet()).add(open);
        return () -> menus.computeIfPresent(here, (id, all) -> {
            all.remove(open);
            return all.isEmpty() ? null : all;
        });
    }

    Map<String, Integer> now(Actor.Member actor) {
        return count(actor.organization(), Set.of(actor)).getOrDefault(actor.memberId(), Map.of());
    }

    @Everywhere
    void changed(WaitingChanged change) {
        var here = change.organizationId();
        if (!menus.containsKey(here)) return;
        changes.compute(here, (id, before) -> {
            if (before != null) return before.and(change.member());
            soon.schedule(() -> tell(here), MOMENT, TimeUnit.MILLISECONDS);
            return new Changed(Set.of(), false).and(change.member());
        });
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        menus.keySet().forEach(here -> changed(new WaitingChanged(here, Optional.empty())));
    }

    private void tell(OrganizationId here) {
        var changed = changes.remove(here);
        if (changed == null) return;
        try {
            var looking = menus.getOrDefault(here, Set.of()).stream()
                    .filter(open -> !open.seat().ended())
                    .filter(open -> changed.everyone()
                            || changed.members().contains(open.seat().actor().memberId()))
                    .toList();
            if (looking.isEmpty()) return;
            var counts = count(
                    here, looking.stream().map(open -> open.seat().actor()).collect(Collectors.toSet()));
            looking.forEach(
                    open -> show(open, counts.getOrDefault(open.seat().actor().memberId(), Map.of())));
        } catch (RuntimeException trouble) {
            // The numbers stay as they are until the next change or page.
            LOG.warn("Numbers beside the menu could not be counted", trouble);
        }
    }

    private static void show(Open open, Map<String, Integer> numbers) {
        try {
            open.ui().access(() -> open.show().accept(numbers));
        } catch (UIDetachedException closed) {
            // The window was closed meanwhile: nobody to tell.
        }
    }

    private Map<MemberId, Map<String, Integer>> count(OrganizationId here, Set<Actor.Member> members) {
        var numbers = new HashMap<MemberId, Map<String, Integer>>();
        for (var badge : badges) {
            badge.counts(here, members)
                    .forEach((member, count) -> numbers.computeIfAbsent(member, id -> new HashMap<>())
                            .merge(MenuItem.plain(badge.path()), count, Integer::sum));
        }
        return numbers;
    }

    @PreDestroy
    void close() {
        soon.shutdownNow();
    }
}
