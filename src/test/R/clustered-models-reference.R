# Writes the reference values of mixed models with errors clustered by therapist, of growth, within-between and
# time-varying designs, and of standardised risk differences. Run from the project's root:
#   Rscript src/test/R/clustered-models-reference.R
# Needs R with the packages below (Debian: r-base-core r-cran-lme4 r-cran-clubsandwich). The tests need none of them.
suppressMessages({
  library(clubSandwich)
  library(lme4)
})

script <- "src/test/R/clustered-models-reference.R"

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

set.seed(20261124)
# Courses of therapists: scores in whole hundredths after the landmark, the alliance beside them.
courses <- function(sizes, sd_therapist, sd_slope, exposure_by_therapist = FALSE) {
  therapist <- rep(seq_along(sizes), sizes)
  n <- length(therapist)
  scores <- sample(4:9, n, TRUE)
  i <- rep(seq_len(n), scores)
  t <- unlist(lapply(scores, seq_len))
  group <- if (exposure_by_therapist) (therapist %% 3)[i] else (seq_len(n) %% 3)[i]
  state <- pmin(2, pmax(0, group - (t < 3)))
  level <- rnorm(n, 0, 350) + rnorm(length(sizes), 0, sd_therapist)[therapist]
  slope <- rnorm(n, 0, sd_slope)
  alliance <- round(3400 + rnorm(n, 0, 150)[i] + 10 * t + rnorm(length(i), 0, 120))
  y <- round(-1500 + level[i] + (25 + slope[i]) * t - 40 * (state == 1) + .3 * (alliance - 3400) + rnorm(length(i), 0, 220))
  later <- round(y + 20 + rnorm(length(i), 0, 200))
  data.frame(course = i, therapist = therapist[i], t, group, state, alliance, y, later)
}
data_sets <- list(
  twelve = courses(rep(5, 12), 150, 30),
  uneven = courses(c(1, 1, 2, 3, 5, 8, 13, 21), 150, 30),
  by_therapist = courses(rep(6, 9), 200, 25, TRUE),
  no_slope = courses(rep(5, 10), 150, 0)
)
data_out <- do.call(rbind, lapply(names(data_sets), function(name) data.frame(set = name, data_sets[[name]])))
write_reference("clustered-courses", data_out, "synthetic courses of therapists")

# Centring: the alliance about its own line within each course, the course's mean about the mean of all rows.
within_between <- function(d) {
  d$within <- unlist(lapply(split(d, d$course), function(one) resid(lm(alliance ~ t, one))))
  means <- tapply(d$alliance, d$course, mean)
  d$between <- means[as.character(d$course)] - mean(d$alliance)
  d
}
designs <- list(
  growth = list(formula = y ~ t + I(group == 1) + I(group == 2) + t:I(group == 1) + t:I(group == 2), slope = TRUE),
  exposure = list(formula = y ~ t + I(state == 1) + I(state == 2), slope = TRUE),
  within_between = list(formula = later ~ within + between + t + y, slope = FALSE),
  within_between_without = list(formula = later ~ within + between + t, slope = FALSE)
)
control <- lmerControl(
  optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), check.conv.singular = "ignore",
  check.conv.grad = "ignore", check.conv.hess = "ignore", check.rankX = "stop.deficient", check.scaleX = "ignore"
)
# CR2 on rows brought to equal variance by the Cholesky factor of V, all rows at once; Satterthwaite's df the same way.
clustered <- function(fit, cluster) {
  x <- model.matrix(fit)
  n <- nrow(x)
  v <- as.matrix(crossprod(getME(fit, "Lambdat") %*% getME(fit, "Zt"))) + diag(n)
  white <- solve(t(chol(v)))
  xs <- white %*% x
  e <- as.vector(white %*% (getME(fit, "y") - x %*% fixef(fit)))
  q <- qr(xs)
  stopifnot(all(q$pivot == seq_len(ncol(x))))
  basis <- qr.Q(q)
  root <- solve(qr.R(q))
  left_over <- diag(n) - tcrossprod(basis)
  members <- split(seq_len(n), cluster)
  adjusters <- lapply(members, function(rows) {
    parts <- eigen(left_over[rows, rows, drop = FALSE], symmetric = TRUE)
    parts$vectors %*% (ifelse(parts$values > 1e-10, 1 / sqrt(abs(parts$values)), 0) * t(parts$vectors))
  })
  adjusted <- t(mapply(function(rows, a) crossprod(basis[rows, , drop = FALSE], a %*% e[rows]), members, adjusters))
  covariance <- root %*% crossprod(adjusted) %*% t(root)
  df <- sapply(seq_len(ncol(x)), function(j) {
    w <- replace(numeric(ncol(x)), j, 1)
    vectors <- mapply(function(rows, a) {
      left_over[, rows, drop = FALSE] %*% a %*% basis[rows, , drop = FALSE] %*% crossprod(root, w)
    }, members, adjusters)
    sum(vectors^2)^2 / sum(crossprod(vectors)^2)
  })
  list(errors = sqrt(diag(covariance)), df = df)
}
rows <- do.call(rbind, lapply(names(data_sets), function(name) {
  d <- within_between(data_sets[[name]])
  do.call(rbind, lapply(names(designs), function(design) {
    how <- designs[[design]]
    do.call(rbind, lapply(if (how$slope) c("intercept", "slope") else "intercept", function(random) {
      bar <- if (random == "slope") "(1 + t | course)" else "(1 | course)"
      formula <- update(how$formula, as.formula(paste(". ~ . +", bar)))
      fit <- lmer(formula, d, control = control)
      for (start in list(c(.3, 0, .1), c(2, 0, .3), c(1, .2, .2))) {
        try <- update(fit, start = if (random == "slope") start else start[1])
        if (-2 * logLik(try) < -2 * logLik(fit)) fit <- try
      }
      found <- clustered(fit, d$therapist)
      own <- sqrt(diag(as.matrix(vcovCR(fit, cluster = d$therapist, type = "CR2"))))
      cat(name, design, random, "clubSandwich's errors over ours", sprintf("%.4f", range(own / found$errors)), "\n")
      data.frame(
        set = name, design = design, random = random, column = seq_along(fixef(fit)) - 1, value = unname(fixef(fit)),
        standard_error = sqrt(diag(as.matrix(vcov(fit)))), cr2_error = unname(found$errors), cr2_df = found$df,
        sd_residual = sigma(fit), criterion_value = as.numeric(-2 * logLik(fit)), singular = as.integer(isSingular(fit))
      )
    }))
  }))
}))
write_reference(
  "clustered-mixed", rows, paste(version_of("lme4"), "lmer, CR2 by formula; compared with", version_of("clubSandwich"))
)

# --- Standardised risk differences --------------------------------------------------------------------------------
exact <- glm.control(epsilon = 1e-14, maxit = 100)
standardised <- do.call(rbind, lapply(names(data_sets), function(name) {
  d <- data_sets[[name]]
  d <- d[!duplicated(d$course), ]
  d$recovered <- as.integer(d$later > median(d$later))
  fit <- glm(recovered ~ I(y / 100) + I(group == 1) + I(group == 2), binomial, d, control = exact)
  x <- model.matrix(fit)
  set_to <- function(g) {
    other <- x
    other[, 3] <- g == 1
    other[, 4] <- g == 2
    other
  }
  do.call(rbind, apply(rbind(c(1, 0), c(2, 0), c(1, 2)), 1, function(pair) {
    one <- set_to(pair[1])
    other <- set_to(pair[2])
    p <- plogis(drop(one %*% coef(fit)))
    q <- plogis(drop(other %*% coef(fit)))
    gradient <- colMeans(p * (1 - p) * one - q * (1 - q) * other)
    error <- sqrt(drop(t(gradient) %*% vcov(fit) %*% gradient))
    # The same gradient by finite differences.
    value_at <- function(b) mean(plogis(drop(one %*% b))) - mean(plogis(drop(other %*% b)))
    numeric_gradient <- sapply(seq_along(coef(fit)), function(j) {
      h <- replace(numeric(4), j, 1e-6)
      (value_at(coef(fit) + h) - value_at(coef(fit) - h)) / 2e-6
    })
    stopifnot(max(abs(numeric_gradient - gradient)) < 1e-8)
    data.frame(set = name, first = pair[1], second = pair[2], value = mean(p) - mean(q), standard_error = error)
  }, simplify = FALSE))
}))
write_reference("standardised-difference", standardised, "glm with epsilon 1e-14, delta method by formula")
