package org.rung.links;

import java.util.Locale;
import java.util.Optional;
import org.rung.accounts.AuditLog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An organization's settings of links. */
@Service
public class LinkChoices {
    private final LinkSettingsStore store;
    private final AuditLog audit;
    private final RungSettings rung;

    LinkChoices(LinkSettingsStore store, AuditLog audit, RungSettings rung) {
        this.store = store;
        this.audit = audit;
        this.rung = rung;
    }

    @Transactional(readOnly = true)
    public LinkSettings get(Actor actor) {
        actor.must(Permission.ADMINISTER);
        return store.of(actor.organization());
    }

    /**
     * Stores how links are from now on; those texted before keep working.
     *
     * @throws Problem.Invalid host, when it is no public name, or Rung's own, or a public shortener
     * @throws Problem.Conflict when another organization has that host
     */
    @Transactional
    public void change(Actor actor, LinkSettings changed) {
        actor.must(Permission.ADMINISTER);
        var host = changed.host()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(this::checked);
        var settings = new LinkSettings(host, changed.tracking(), changed.inFirstTexts());
        if (!store.save(actor.organization(), settings)) throw new Problem.Conflict("problem.link-host-taken");
        audit.add(
                actor,
                "links.changed",
                "organization",
                Optional.of(actor.organization().value()),
                "host " + host.orElse("usual") + ", tracking " + settings.tracking() + ", first texts "
                        + settings.inFirstTexts());
    }

    private String checked(String written) {
        var name =
                written.toLowerCase(Locale.ROOT).replaceFirst("^https://", "").replaceFirst("/+$", "");
        if (name.matches(".*[/?#@:\\s].*")) throw new Problem.Invalid("host", "problem.link-host-name");
        var host = HostName.of("host", name).text();
        if (Shorteners.has(host)) throw new Problem.Invalid("host", "problem.link-host-shortener");
        if (host.equals(rung.publicUrl().getHost())) throw new Problem.Invalid("host", "problem.link-host-own");
        return host;
    }
}
