package org.rung.people.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.people.PeoplePaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeoplePages {
    @Bean
    SettingsPage fieldsPage() {
        return new SettingsPage("people.fields.title", PeoplePaths.FIELDS, Set.of(Role.ADMIN), 20);
    }
}
