# Writes the reference values that CaseMixTest reads. Run from the project's root:
#   Rscript src/test/R/case-mix-reference.R
# Needs base R only: glm, and the rank sum statistic of wilcox.test for the area under the curve.
script <- "src/test/R/case-mix-reference.R"
source_line <- sprintf("# source: R %s, glm and wilcox.test; script %s", getRversion(), script)

written <- function(data, name) {
  for (column in names(data)) {
    if (is.numeric(data[[column]])) {
      data[[column]] <- ifelse(is.na(data[[column]]), "", sprintf("%.17g", data[[column]]))
    }
  }
  connection <- file(sprintf("src/test/resources/reference/%s.csv", name), "wb")
  writeLines(c(source_line, paste(names(data), collapse = ",")), connection, sep = "\n")
  write.table(data, connection, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE, eol = "\n")
  close(connection)
}

practice <- function(set, n, sites, ages, definitions, seed) {
  set.seed(seed)
  data <- data.frame(
    set = set,
    site = sample(sites, n, TRUE),
    age = sample(ages, n, TRUE, prob = seq_along(ages)),
    definition = sample(definitions, n, TRUE),
    first = 100 * pmin(27, pmax(0, round(rnorm(n, 15, 5))))
  )
  logit <- -2.2 + .13 * data$first / 100 + .3 * (match(data$age, ages) - 1) + .4 * (data$site == sites[1])
  data$improved <- as.integer(runif(n) < plogis(logit))
  data
}

all <- rbind(
  practice("plain", 300, c("A", "B", "C", "D", "E"), "", "nhs_paired", 1),
  practice("ages", 700, c("A", "B", "C", "D", "E", "F"), c("65+", "18-24", "45-64", "25-44"), "single:phq9", 2),
  practice("both", 900, c("North", "South", "", "East", "West", "Mid"), c("old", "young"), c("nhs_paired", "single:phq9"), 3),
  practice("small", 120, c("A", "B"), "", "single:core10", 4)
)

values <- do.call(rbind, lapply(unique(all$set), function(set) {
  data <- all[all$set == set, ]
  terms <- "first"
  if (length(unique(data$age)) > 1) terms <- c(terms, "age")
  if (length(unique(data$definition)) > 1) terms <- c(terms, "definition")
  model <- glm(reformulate(terms, "improved"), binomial, data, epsilon = 1e-14, maxit = 100)
  p <- fitted(model)
  u <- suppressWarnings(wilcox.test(p[data$improved == 1], p[data$improved == 0])$statistic)
  area <- u / (sum(data$improved == 1) * sum(data$improved == 0))
  do.call(rbind, lapply(sort(unique(data$site)), function(site) {
    at <- data$site == site
    data.frame(
      set = set, site = site, courses = sum(at), observed = sum(data$improved[at]), expected = sum(p[at]),
      variance = sum(p[at] * (1 - p[at])), area = unname(area), explained = 1 - deviance(model) / model$null.deviance
    )
  }))
}))

written(all, "case-mix-data")
written(values, "case-mix")
