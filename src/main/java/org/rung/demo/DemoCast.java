package org.rung.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Accounts;
import org.rung.accounts.DemoSignIns;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.rung.settings.RungSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The people of Eastside Tenants Union, made at the first start of a demo. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
@Order(1)
public class DemoCast implements ApplicationRunner, DemoSignIns {
    record Person(String name, String email, Roles roles) {}

    static final List<Person> CAST = List.of(
            new Person("Dana Ruiz", "dana@eastside.example", Roles.of(Role.TEXTER)),
            new Person("Ife Bello", "ife@eastside.example", Roles.of(Role.TEXTER)),
            new Person("Sam Ortiz", "sam@eastside.example", Roles.of(Role.TEXTER)),
            new Person("Ora Kimura", "ora@eastside.example", Roles.of(Role.ORGANIZER)),
            new Person("Cory Lindqvist", "cory@eastside.example", Roles.of(Role.COORDINATOR)),
            new Person("Ada Haddad", "ada@eastside.example", Roles.of(Role.ADMIN)));

    private final Organizations organizations;
    private final Members members;
    private final Accounts accounts;
    private final RungSettings settings;
    private final DemoPasswords passwords;

    DemoCast(Organizations organizations, Members members, Accounts accounts, RungSettings settings) {
        this.organizations = organizations;
        this.members = members;
        this.accounts = accounts;
        this.settings = settings;
        passwords = DemoPasswords.in(settings.home());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var organization = organizations.demo().orElseGet(this::found);
        var system = new Actor.System(organization);
        var there = members.all(system).stream().collect(Collectors.toMap(Member::email, each -> each));
        for (var person : CAST) {
            var password = passwords.of(person.email());
            if (!there.containsKey(person.email())) {
                members.join(organization, person.name(), person.email(), Optional.of(password), person.roles());
            } else if (passwords.isNew(person.email())) {
                accounts.newPassword(system, there.get(person.email()).accountId(), password);
            }
        }
        passwords.keep();
        announce();
    }

    private OrganizationId found() {
        return organizations.found("Eastside Tenants Union", "US", ZoneId.of("America/Los_Angeles"), true);
    }

    @Override
    public List<DemoSignIn> all() {
        return CAST.stream()
                .map(person -> new DemoSignIn(
                        person.name(),
                        person.email(),
                        passwords.of(person.email()),
                        person.roles().text()))
                .toList();
    }

    private void announce() {
        var lines = all().stream()
                .map(each ->
                        "  %-12s %-16s %-24s %s".formatted(each.roles(), each.name(), each.email(), each.password()))
                .collect(Collectors.joining("\n"));
        System.out.println("\nRung's demo is at " + settings.publicUrl() + " — sign in as one of\n" + lines + "\n");
    }
}
