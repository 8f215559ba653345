"""How we say that something is wrong: problems as data, the catalogue, rendering.

problem = textfaults.problem_of(fault, source)
print(rendering.render(problem, colour=True, width=100))
print(catalogue.page("KL204"))
"""
