package org.signalbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.signalbox.account.Passwords;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks what was typed into the login form. The session keeps the framework's own user, by id: a
 * login may change.
 */
@Component
final class PasswordAuthentication implements AuthenticationProvider {
    private final Passwords passwords;

    PasswordAuthentication(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        return switch (passwords.check(typed.getName(), password(typed), address(typed))) {
            case Passwords.Outcome.Right(var user) ->
                    UsernamePasswordAuthenticationToken.authenticated(
                            new User(Long.toString(user.id()), "", List.of()), null, List.of());
            case Passwords.Outcome.Wrong() ->
                    throw new BadCredentialsException("Login or password is wrong");
            case Passwords.Outcome.TooMany tooMany -> throw new TooManyAttempts(tooMany.minutes());
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }

    private static String password(Authentication typed) {
        @Nullable Object credentials = typed.getCredentials();
        return credentials == null ? "" : credentials.toString();
    }

    private static String address(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
    }
}
