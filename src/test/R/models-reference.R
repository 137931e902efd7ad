# Writes the reference values that ModelsReferenceTest reads. Run from the project's root:
#   Rscript src/test/R/models-reference.R
# Needs R with the packages below (Debian: r-base-core r-cran-nlme r-cran-lme4 r-cran-sandwich r-cran-clubsandwich).
# The tests need none of them.
suppressMessages({
  library(sandwich)
  library(clubSandwich)
  library(lme4)
  library(nlme)
})

script <- "src/test/R/models-reference.R"

write_reference <- function(name, data, about) {
  path <- file.path("src/test/resources/reference", paste0(name, ".csv"))
  source_line <- sprintf("# source: %s, %s; script %s", paste0("R ", getRversion()), about, script)
  for (column in names(data)) {
    if (is.numeric(data[[column]])) {
      data[[column]] <- ifelse(is.na(data[[column]]), "", sprintf("%.17g", data[[column]]))
    }
  }
  connection <- file(path, "wb")
  writeLines(c(source_line, paste(names(data), collapse = ",")), connection, sep = "\n")
  write.table(data, connection, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, eol = "\n", na = "")
  close(connection)
}

version_of <- function(package) paste(package, packageVersion(package))
spaced <- function(numbers) paste(sprintf("%.17g", numbers), collapse = " ")
rows_of <- function(matrix) apply(matrix, 1, spaced)

# --- Least squares -----------------------------------------------------------------------------------------------
set.seed(20260301)
synthetic <- function(sizes) {
  g <- rep(seq_along(sizes), sizes)
  arm <- rep(c("none", "repaired", "not_yet"), length.out = length(g))
  start <- round(14 + 5 * rnorm(length(g)))
  data.frame(
    g = g, arm = factor(arm, c("none", "repaired", "not_yet")), start = start,
    y = round(start * .7 + rnorm(length(sizes), 0, 2)[g] + rnorm(length(g), 0, 2 + (arm == "not_yet") * 3), 0)
  )
}
linear_sets <- list(
  mtcars = list(formula = mpg ~ wt + hp, data = mtcars, cluster = mtcars$carb),
  longley = list(formula = Employed ~ ., data = longley, cluster = rep(1:4, each = 4)),
  swiss = list(formula = Fertility ~ Agriculture + Catholic, data = swiss, cluster = rep(1:8, length.out = 47)),
  chick = list(
    formula = weight ~ Time + Diet, data = as.data.frame(ChickWeight), cluster = as.integer(as.character(ChickWeight$Chick))
  ),
  # One-element groups among larger ones, ties, unequal variances.
  therapists = local({
    d <- synthetic(c(1, 1, 2, 3, 5, 8, 13, 21, 34))
    list(formula = y ~ I(start - mean(start)) + arm, data = d, cluster = d$g)
  }),
  # The treatment does not vary inside the groups: Satterthwaite's degrees of freedom come near their least.
  between = local({
    d <- synthetic(rep(6, 5))
    d$b <- as.integer(d$g <= 2)
    list(formula = y ~ start + b, data = d, cluster = d$g)
  }),
  # Group 1 alone has a level of its own: full leverage of the whole group, CR2 by the pseudo-inverse.
  alone = local({
    d <- synthetic(c(4, 6, 7, 8))
    d$own <- as.integer(d$g == 1)
    list(formula = y ~ start + own, data = d, cluster = d$g)
  })
)

linear_data <- do.call(rbind, lapply(names(linear_sets), function(name) {
  s <- linear_sets[[name]]
  fit <- lm(s$formula, s$data)
  data.frame(
    set = name, cluster = s$cluster, response = model.response(model.frame(fit)), design = rows_of(model.matrix(fit))
  )
}))
write_reference("least-squares-data", linear_data, "data sets mtcars, longley, swiss, ChickWeight, and synthetic ones")

contrasts_of <- function(p) {
  weights <- diag(p)
  if (p >= 3) {
    difference <- numeric(p)
    difference[c(p - 1, p)] <- c(1, -1)
    weights <- rbind(weights, difference, rep(1 / p, p))
  }
  weights
}

linear <- do.call(rbind, lapply(names(linear_sets), function(name) {
  s <- linear_sets[[name]]
  fit <- lm(s$formula, s$data)
  # HC3 by its formula in orthonormal coordinates: sandwich loses digits where columns nearly depend on each other
  # (longley); it must agree otherwise.
  q <- qr.Q(fit$qr)
  middle <- crossprod(q * (resid(fit) / (1 - rowSums(q^2))))
  root <- backsolve(qr.R(fit$qr), diag(ncol(q)))[order(fit$qr$pivot), ]
  hc3 <- root %*% middle %*% t(root)
  stopifnot(max(abs(hc3 / sandwich::vcovHC(fit, type = "HC3") - 1)) < 1e-6)
  # The clustered ones likewise, A_g as the matrix power of the whole I - H_gg, Satterthwaite's df from all rows.
  e <- resid(fit)
  members <- split(seq_along(e), s$cluster)
  left_over <- diag(length(e)) - tcrossprod(q)
  scores <- rowsum(q * e, s$cluster)
  adjusters <- lapply(members, function(rows) {
    parts <- eigen(left_over[rows, rows, drop = FALSE], symmetric = TRUE)
    parts$vectors %*% (ifelse(parts$values > 1e-10, 1 / sqrt(abs(parts$values)), 0) * t(parts$vectors))
  })
  adjusted <- t(mapply(function(rows, a) crossprod(q[rows, , drop = FALSE], a %*% e[rows]), members, adjusters))
  satterthwaite <- function(w) {
    vectors <- mapply(function(rows, a) {
      left_over[, rows, drop = FALSE] %*% a %*% q[rows, , drop = FALSE] %*% crossprod(root, w)
    }, members, adjusters)
    sum(vectors^2)^2 / sum(crossprod(vectors)^2)
  }
  back <- function(middle) root %*% middle %*% t(root)
  count <- length(members)
  covariances <- list(
    classical = vcov(fit), hc3 = hc3, cr0 = back(crossprod(scores)), cr1 = back(crossprod(scores)) * count / (count - 1),
    cr2 = back(crossprod(adjusted))
  )
  if (name != "alone") { # there some variances are zero but for rounding
    for (kind in c("CR0", "CR1", "CR2")) {
      apart <- max(abs(diag(covariances[[tolower(kind)]]) / diag(as.matrix(vcovCR(fit, s$cluster, kind))) - 1))
      if (apart > 1e-5) stop(paste(name, kind, "lie apart by", apart))
    }
  }
  clusters <- length(unique(s$cluster))
  do.call(rbind, apply(contrasts_of(length(coef(fit))), 1, function(w) {
    value <- sum(w * coef(fit))
    do.call(rbind, lapply(names(covariances), function(kind) {
      error <- sqrt(drop(t(w) %*% as.matrix(covariances[[kind]]) %*% w))
      df <- switch(kind,
        classical = , hc3 = df.residual(fit), cr0 = , cr1 = clusters - 1,
        cr2 = satterthwaite(w)
      )
      if (error < 1e-9) return(NULL) # nothing varies but for rounding
      if (kind == "cr2") {
        other <- linear_contrast(
          fit, vcovCR(fit, s$cluster, "CR2"), contrasts = matrix(w, 1), test = "Satterthwaite"
        )$df
        if (abs(df / other - 1) > 1e-5) stop(paste(name, spaced(w), "df", df, other))
      }
      data.frame(
        set = name, weights = spaced(w), kind = kind, value = value, standard_error = error, df = df,
        lower = value - qt(.975, df) * error, upper = value + qt(.975, df) * error,
        p = 2 * pt(abs(value / error), df, lower.tail = FALSE)
      )
    }))
  }))
}))
write_reference(
  "least-squares", linear, paste("lm and formulas; checked against", version_of("sandwich"), "and", version_of("clubSandwich"))
)

# --- Logistic ----------------------------------------------------------------------------------------------------
set.seed(20260302)
counts <- data.frame(x = round(rnorm(120), 1), z = rep(0:2, 40))
counts$y <- rbinom(120, 1, plogis(-1 + counts$x + .5 * (counts$z == 1)))
logistic_sets <- list(
  mtcars_am = list(formula = am ~ wt, data = mtcars),
  mtcars_vs = list(formula = vs ~ hp, data = mtcars),
  birds = list(formula = I(breaks > 26) ~ wool + tension, data = warpbreaks),
  infert = list(formula = case ~ age + parity + induced + spontaneous, data = infert),
  esoph = list(formula = I(ncases > 0) ~ as.numeric(agegp) + as.numeric(alcgp), data = esoph),
  rare = list(formula = y ~ x, data = data.frame(x = rep(0:1, c(400, 100)), y = c(rep(1:0, c(2, 398)), rep(1:0, c(3, 97))))),
  counts = list(formula = y ~ x + factor(z), data = counts)
)
exact <- glm.control(epsilon = 1e-14, maxit = 100)
profile_limit <- function(x, y, j, fit, side) {
  target <- deviance(fit) + qchisq(.95, 1)
  rise <- function(b) {
    others <- x[, -j, drop = FALSE]
    suppressWarnings(glm.fit(others, y, offset = x[, j] * b, family = binomial(), control = exact))$deviance - target
  }
  se <- sqrt(diag(vcov(fit)))[j]
  ends <- coef(fit)[j] + side * c(0, 6 * se)
  uniroot(rise, sort(ends), tol = 1e-13, extendInt = "no")$root
}
logistic_data <- do.call(rbind, lapply(names(logistic_sets), function(name) {
  fit <- glm(logistic_sets[[name]]$formula, binomial, logistic_sets[[name]]$data, control = exact)
  data.frame(set = name, response = as.integer(fit$y), design = rows_of(model.matrix(fit)))
}))
write_reference("logistic-data", logistic_data, "data sets mtcars, warpbreaks, infert, esoph, and synthetic ones")
logistic <- do.call(rbind, lapply(names(logistic_sets), function(name) {
  fit <- glm(logistic_sets[[name]]$formula, binomial, logistic_sets[[name]]$data, control = exact)
  x <- model.matrix(fit)
  errors <- sqrt(diag(vcov(fit)))
  lower <- sapply(seq_along(coef(fit)), function(j) profile_limit(x, fit$y, j, fit, -1))
  upper <- sapply(seq_along(coef(fit)), function(j) profile_limit(x, fit$y, j, fit, 1))
  # R's own confint interpolates the profile; it must lie close by.
  own <- suppressMessages(confint(fit))
  stopifnot(max(abs(cbind(lower, upper) - own) / errors) < 5e-3)
  data.frame(
    set = name, column = seq_along(coef(fit)) - 1, value = coef(fit), standard_error = errors,
    wald_lower = coef(fit) - qnorm(.975) * errors, wald_upper = coef(fit) + qnorm(.975) * errors,
    profile_lower = lower, profile_upper = upper, deviance = deviance(fit)
  )
}))
write_reference("logistic", logistic, "glm with epsilon 1e-14; limits where glm with an offset has a deviance 3.84 higher")

# --- Mixed models ------------------------------------------------------------------------------------------------
set.seed(20260303)
grown <- function(groups, sd_between, sd_slope, noise, least = 3, most = 12) {
  n <- sample(least:most, groups, TRUE)
  g <- rep(seq_len(groups), n)
  t <- unlist(lapply(n, seq_len)) - 1
  y <- 18 - .4 * t + rnorm(groups, 0, sd_between)[g] + rnorm(groups, 0, sd_slope)[g] * t + rnorm(length(g), 0, noise)
  data.frame(g = g, t = t, y = round(y, 2), arm = g %% 2)
}
orthodont <- as.data.frame(Orthodont)
orthodont$child <- as.integer(factor(as.character(orthodont$Subject)))
chick <- as.data.frame(ChickWeight)
chick$c <- as.integer(as.character(chick$Chick))
oxboys <- as.data.frame(nlme::Oxboys)
oxboys$boy <- as.integer(as.character(oxboys$Subject))
sleep_days <- transform(sleepstudy, g = as.integer(Subject))
mixed_sets <- list(
  sleepstudy = list(fixed = Reaction ~ Days, data = sleep_days, group = "g", slope = "Days"),
  orthodont = list(fixed = distance ~ age * Sex, data = orthodont, group = "child", slope = "age"),
  chick = list(fixed = weight ~ Time + Diet, data = chick, group = "c", slope = "Time"),
  oxboys = list(fixed = height ~ age, data = oxboys, group = "boy", slope = "age"),
  unbalanced = list(fixed = y ~ t * arm, data = grown(60, 3, .5, 2), group = "g", slope = "t"),
  one_row_groups = list(fixed = y ~ t, data = grown(80, 3, .5, 2, 1, 8), group = "g", slope = "t"),
  no_slope = list(fixed = y ~ t, data = grown(40, 3, 0, 2), group = "g", slope = "t"),
  nothing_between = list(fixed = y ~ t, data = grown(25, 0, 0, 4), group = "g", slope = "t")
)
mixed_data <- do.call(rbind, lapply(names(mixed_sets), function(name) {
  s <- mixed_sets[[name]]
  frame <- model.frame(s$fixed, s$data)
  x <- model.matrix(s$fixed, s$data)
  data.frame(
    set = name, group = s$data[[s$group]], slope_column = match(s$slope, colnames(x)) - 1,
    response = model.response(frame), design = rows_of(x)
  )
}))
write_reference(
  "mixed-data", mixed_data,
  paste(version_of("lme4"), "sleepstudy;", version_of("nlme"), "Orthodont, Oxboys; ChickWeight; and synthetic ones")
)
control <- lmerControl(
  optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), check.conv.singular = "ignore",
  check.conv.grad = "ignore", check.conv.hess = "ignore"
)
mixed <- do.call(rbind, lapply(names(mixed_sets), function(name) {
  s <- mixed_sets[[name]]
  do.call(rbind, lapply(c("intercept", "slope"), function(kind) {
    bar <- if (kind == "slope") sprintf("(1 + %s | %s)", s$slope, s$group) else sprintf("(1 | %s)", s$group)
    formula <- as.formula(paste(deparse(s$fixed), "+", bar))
    do.call(rbind, lapply(c("REML", "ML"), function(criterion) {
      fit <- lmer(formula, s$data, REML = criterion == "REML", control = control)
      # lme4 may stop in a corner: take the best of several starts.
      for (start in list(c(.3, 0, .1), c(2, 0, .3), c(1, .2, .2))) {
        try <- update(fit, start = if (kind == "slope") start else start[1])
        if (-2 * logLik(try) < -2 * logLik(fit)) fit <- try
      }
      v <- as.data.frame(VarCorr(fit))
      sds <- v$sdcor[is.na(v$var2)]
      fixed <- fixef(fit)
      data.frame(
        set = name, random = kind, criterion = criterion, column = seq_along(fixed) - 1, value = unname(fixed),
        standard_error = sqrt(diag(as.matrix(vcov(fit)))), sd_first = sds[1],
        sd_second = if (kind == "slope") sds[2] else NA,
        correlation = if (kind == "slope" && !isSingular(fit)) v$sdcor[!is.na(v$var2)] else NA,
        sd_residual = sigma(fit), criterion_value = as.numeric(-2 * logLik(fit)), singular = as.integer(isSingular(fit))
      )
    }))
  }))
}))
rownames(mixed) <- NULL
write_reference("mixed", mixed, paste(version_of("lme4"), "lmer, bobyqa from four starts"))
# nlme as a second witness where it converges.
second <- lme(Reaction ~ Days, sleepstudy, ~ Days | Subject, control = lmeControl(msTol = 1e-12, tolerance = 1e-12))
mine <- mixed[mixed$set == "sleepstudy" & mixed$random == "slope" & mixed$criterion == "REML", ]
stopifnot(max(abs(fixef(second) / mine$value - 1)) < 1e-6, abs(-2 * logLik(second) - mine$criterion_value[1]) < 1e-4)

# --- p-values, E-values, power -----------------------------------------------------------------------------------
set.seed(20260304)
p_sets <- c(
  list(c(.01, .02, .03, .04, .05), .2, c(.5, .5, .5), c(0, 1, .3), c(.04, .001, .04, .9, .012)),
  lapply(c(2, 3, 6, 10, 25), function(n) round(runif(n)^2, 4))
)
adjusted <- do.call(rbind, lapply(p_sets, function(p) data.frame(
  p = spaced(p), holm = spaced(p.adjust(p, "holm")), bh = spaced(p.adjust(p, "BH"))
)))
write_reference("p-adjust", adjusted, "p.adjust")

power_of <- function(delta, n1, n2) {
  df <- n1 + n2 - 2
  pt(qt(.975, df), df, ncp = delta / sqrt(1 / n1 + 1 / n2), lower.tail = FALSE)
}
sizes <- data.frame(first = c(2, 3, 5, 10, 10, 10, 30, 12, 100, 1000, 2, 2), second = c(2, 3, 5, 10, 30, 200, 30, 77, 100, 1000, 3, 50))
sizes$detectable <- mapply(function(n1, n2) {
  uniroot(function(d) power_of(d, n1, n2) - .8, c(0, 30), tol = 1e-13)$root
}, sizes$first, sizes$second)
even <- sizes$first == sizes$second
stopifnot(max(abs(sizes$detectable[even] - sapply(sizes$first[even], function(n) {
  power.t.test(n, power = .8, tol = 1e-12)$delta
}))) < 1e-8)
write_reference("detectable", sizes, "pt with ncp, equal to power.t.test where groups are equal")
