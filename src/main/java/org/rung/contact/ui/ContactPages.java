package org.rung.contact.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.contact.ContactPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactPages {
    @Bean
    SettingsPage contactRulesPage() {
        return new SettingsPage("contact.title", ContactPaths.SETTINGS, Set.of(Role.ADMIN), 35);
    }
}
